using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Definitions;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>
/// Everything that a revision of a snapshot is made of, written down before its first file: whoever finishes it, now or after a crash, writes
/// the same bytes. It holds the figures before disclosure control too, against which later snapshots are checked; only the product reads it.
/// </summary>
/// <param name="Revision">From 1.</param>
/// <param name="Origin">Where the month's figures come from.</param>
/// <param name="Rule">Name of the disclosure rule.</param>
/// <param name="Disclosure">The rule.</param>
/// <param name="Month">The month's figures, as computed and as published.</param>
/// <param name="Week">The priority groups of the last week that ends in the month, as computed and as published.</param>
/// <param name="WeekOrigin">Where these come from.</param>
/// <param name="Definitions">What the measures count.</param>
/// <param name="Places">Names of places, by level and code.</param>
public sealed record SnapshotDraft(
    int Revision,
    SnapshotOrigin Origin,
    string Rule,
    DisclosureRule Disclosure,
    MonthlyPublication Month,
    WeeklyPublication Week,
    SnapshotOrigin WeekOrigin,
    IReadOnlyList<MeasureDefinition> Definitions,
    IReadOnlyDictionary<string, string> Places)
{
    /// <summary>Name of a place; null when it has none.</summary>
    public string? PlaceName(string level, string code) => Places.GetValueOrDefault(PlaceKey(level, code));

    /// <summary>Name of the whole area; null when it has none.</summary>
    public string? AreaName => Places.FirstOrDefault(place => place.Key.StartsWith(PlaceKey(Levels.Area, string.Empty), StringComparison.Ordinal)).Value;

    public static string PlaceKey(string level, string code) => $"{level}|{code}";

    /// <summary>Title of a measure; null when the definitions do not have it.</summary>
    public string? Title(string kind, string id) => Definitions.FirstOrDefault(one => one.Kind == kind && one.Id == id)?.Title;
}
