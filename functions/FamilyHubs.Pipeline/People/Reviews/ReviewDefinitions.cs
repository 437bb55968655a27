using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.People.Reviews;

/// <summary>What signals reviews and their components (calculations.md 4): the profile's names, numbered in ordinal order, and its codes.</summary>
public sealed class ReviewDefinitions
{
    private const string EmotionalWellbeing = "emotionalWellbeing";
    private const string Asq3 = "asq3";
    private const string Breastfeeding = "breastfeeding";

    private readonly string[] _types;
    private readonly string[] _components = [Asq3, Breastfeeding, EmotionalWellbeing];
    private readonly string[] _domains;
    private readonly string[] _statuses;
    private readonly string[] _modes;
    private readonly double[] _thresholds;

    public ReviewDefinitions(Profile profile)
    {
        _types = Numbered(profile.Reviews.Keys);
        _domains = Numbered(profile.Components.Asq3.Domains.Keys);
        _statuses = Numbered(profile.Components.Breastfeeding.Statuses.Keys);
        _modes = Numbered(profile.Contacts.Modes.Keys);
        _thresholds = [.. _domains.Select(domain => profile.Components.Asq3.Domains[domain].Threshold)];
        AddReviews(profile.Reviews);
        AddComponents(profile.Components);
        Texts = new Dictionary<string, short>(FieldText.Comparer);
        foreach (var (mode, texts) in profile.Contacts.Modes)
        {
            Texts.AddAll(texts, (short)Array.IndexOf(_modes, mode));
        }
    }

    /// <summary>CTV3 code to meaning.</summary>
    internal Dictionary<string, ReviewCode> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>CSDS activity type to the set of review types that it signals.</summary>
    internal Dictionary<string, uint> Activities { get; } = new(StringComparer.Ordinal);

    /// <summary>ContactMethod to number of the mode.</summary>
    internal Dictionary<string, short> Texts { get; }

    /// <summary>Number of a review type.</summary>
    public int Type(string name) => NumberOf(name, _types, "review");

    /// <summary>Number of a component.</summary>
    public int Component(string name) => NumberOf(name, _components, "component");

    /// <summary>Number of a domain of ASQ-3.</summary>
    public int Domain(string name) => NumberOf(name, _domains, "ASQ-3 domain");

    /// <summary>Score from which a domain is on track.</summary>
    public double Threshold(int domain) => _thresholds[domain];

    /// <summary>Number of a feeding status.</summary>
    public int Status(string name) => NumberOf(name, _statuses, "feeding status");

    /// <summary>A set of modes of contacts.</summary>
    public ulong Modes(IEnumerable<string> names) => names.Aggregate(0UL, (set, name) => set | 1UL << NumberOf(name, _modes, "mode"));

    private static string[] Numbered(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    private static int NumberOf(string name, string[] names, string what)
    {
        var number = Array.IndexOf(names, name);
        return number >= 0 ? number : throw new ArgumentException($"The profile has no {what} {name}.", nameof(name));
    }

    private void AddReviews(IReadOnlyDictionary<string, ReviewDefinition> reviews)
    {
        foreach (var (name, review) in reviews)
        {
            var type = 1u << Type(name);
            foreach (var code in review.Codes)
            {
                Codes[code] = Meaning(code) with { Types = Meaning(code).Types | type };
            }

            foreach (var activity in review.CsdsActivityTypes)
            {
                Activities[activity] = Activities.GetValueOrDefault(activity) | type;
            }
        }
    }

    private void AddComponents(ComponentDefinitions components)
    {
        AddComponent(EmotionalWellbeing, components.EmotionalWellbeing.Codes);
        AddComponent(Asq3, components.Asq3.Codes);
        AddComponent(Breastfeeding, components.Breastfeeding.Codes);
        foreach (var (name, domain) in components.Asq3.Domains)
        {
            foreach (var code in domain.Codes)
            {
                Codes[code] = Meaning(code) with { Domain = (short)Domain(name) };
            }
        }

        foreach (var (name, codes) in components.Breastfeeding.Statuses)
        {
            foreach (var code in codes)
            {
                Codes[code] = Meaning(code) with { Status = (short)Status(name) };
            }
        }
    }

    private void AddComponent(string name, IReadOnlyList<string> codes)
    {
        foreach (var code in codes)
        {
            Codes[code] = Meaning(code) with { Component = (short)Component(name) };
        }
    }

    private ReviewCode Meaning(string code) => Codes.TryGetValue(code, out var meaning) ? meaning : ReviewCode.Nothing;
}
