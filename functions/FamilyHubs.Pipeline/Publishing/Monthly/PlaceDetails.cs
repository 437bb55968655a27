using FamilyHubs.Pipeline.Publishing.Documents;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>A table for each part of a catchment, to open level by level and place by place.</summary>
internal static class PlaceDetails
{
    /// <param name="tableOf">The table of a place; one without rows is left out.</param>
    public static IEnumerable<Block> Of(MonthlyView view, MonthlyPlaces places, Func<Place, DataTable> tableOf) => places.Parts
        .Select(place => (place, Table: tableOf(place)))
        .Where(part => part.Table.Rows.Count > 0)
        .GroupBy(part => Heading(view, part.place))
        .Select(level => new Details(level.Key, [.. level.Select(part => new Details(part.place.Name, [part.Table]))]));

    private static string Heading(MonthlyView view, Place place) => place.Level switch
    {
        PlaceLevels.Quadrant => $"By {Lower(view.Profile.LevelNames.Quadrant)}",
        PlaceLevels.District => $"By {Lower(view.Profile.LevelNames.District)}",
        PlaceLevels.Team => $"By {Lower(view.Profile.LevelNames.Team)}",
        _ => "Elsewhere",
    };

    /// <summary>A level's name within a sentence: <c>Acting Early team</c> keeps its capitals.</summary>
    private static string Lower(string name)
    {
        var clean = PlainText.Clean(name);
        return clean.Count(char.IsUpper) > 1 ? clean : clean.ToLowerInvariant();
    }
}
