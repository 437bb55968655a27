using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Options of EventDetails with their CSDS activity types (systmone.md 5.5): local words, national codes.</summary>
internal static class ActivityBook
{
    public static readonly IReadOnlyList<(string Text, string Csds)> Plain =
    [
        ("Assessment", "02"), ("Advice and support", "04"), ("Health promotion", "05"), ("Multidisciplinary review", "06"), ("Baby weighed", "97"),
    ];

    private static readonly Dictionary<string, string> Texts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["antenatal"] = "Antenatal contact",
        ["newBirth"] = "New birth visit",
        ["sixToEightWeeks"] = "6 to 8 week review",
        ["oneYear"] = "1 year review",
        ["twoToTwoAndAHalfYears"] = "2 to 2½ year review",
    };

    public static string TextOf(string review) => Texts[review];

    public static IEnumerable<(string Text, string Csds)> All(Profile profile) =>
        Texts.Select(text => (text.Value, Csds(profile, text.Key))).Concat(Plain);

    private static string Csds(Profile profile, string review) =>
        profile.Reviews[review].CsdsActivityTypes is { Count: > 0 } types ? types[0] : string.Empty;
}
