using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>Levels and codes of the places that returns name.</summary>
internal static class ReturnPlaces
{
    private static readonly string[] KnownLevels =
        [Levels.Area, Levels.Quadrant, Levels.District, Levels.Team, Levels.Unknown, Levels.Outside];

    /// <summary>The place of a row as the source gives it; a team, which returns name by name, by its code where there is such a team.</summary>
    public static (string Level, string Code) PlaceOf(ReturnRow row, TeamCodes teams) =>
        (row.Level, row.Level == Levels.Team && teams.Find(row.Code) is { } code ? code : row.Code);

    /// <summary>The level that a cell means; null for one that no report has.</summary>
    public static string? LevelOf(string text) => Array.Find(KnownLevels, known => FieldText.Equals(known, text));

    /// <summary>Each place once: those of the report in its order, then others by level and code.</summary>
    public static IReadOnlyList<(string Level, string Code)> InOrder(IEnumerable<(string Level, string Code)> places, IReadOnlyList<Place> known)
    {
        var order = known.Select((place, number) => ((place.Level, place.Code), number)).ToDictionary(pair => pair.Item1, pair => pair.number);
        return
        [
            .. places.Distinct()
                .OrderBy(place => order.GetValueOrDefault(place, int.MaxValue))
                .ThenBy(place => Array.IndexOf(KnownLevels, place.Level))
                .ThenBy(place => place.Code, StringComparer.Ordinal),
        ];
    }
}
