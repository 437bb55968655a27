using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>The figures of a report by place, with clean names.</summary>
internal sealed class PlaceFigures(WeeklyReport report, Profile profile)
{
    private readonly Dictionary<string, string> _groupNames = profile.PriorityGroups
        .ToDictionary(group => group.Code, group => PlainText.Clean(group.Name), StringComparer.Ordinal);

    private readonly ILookup<(string, string), GroupFigure> _groups = report.Groups.ToLookup(row => (row.Level, row.Code));
    private readonly ILookup<(string, string), GroupUnderFives> _underFives = report.UnderFivesByGroup.ToLookup(row => (row.Level, row.Code));
    private readonly ILookup<(string, string), CombinationFigure> _combinations = report.Combinations.ToLookup(row => (row.Level, row.Code));
    private readonly ILookup<(string, string), CombinationFigure> _triples = report.Triples.ToLookup(row => (row.Level, row.Code));
    private readonly ILookup<(string, string), ChangeFigure> _changes = report.Change.ToLookup(row => (row.Level, row.Code));
    private readonly Dictionary<(string, string), TotalFigure> _totals = report.Totals.ToDictionary(row => (row.Level, row.Code));
    private readonly Dictionary<(string, string), MeaningfulReachFigure> _reach = report.MeaningfulReach.ToDictionary(row => (row.Level, row.Code));
    private readonly Dictionary<string, DistrictUnderFives> _districts = report.UnderFivesByDistrict.ToDictionary(row => row.Code, StringComparer.Ordinal);

    /// <summary>False for the first report of an area.</summary>
    public bool HasEarlierWeek => report.Change.Count > 0;

    /// <summary>Name of a group; its code when the profile no longer has it.</summary>
    public string GroupName(string code) => _groupNames.GetValueOrDefault(code) ?? PlainText.Clean(code);

    public IEnumerable<GroupFigure> Groups(Place place) => _groups[(place.Level, place.Code)];

    public IEnumerable<GroupUnderFives> UnderFives(Place place) => _underFives[(place.Level, place.Code)];

    public IEnumerable<CombinationFigure> Combinations(Place place) => _combinations[(place.Level, place.Code)];

    public IEnumerable<CombinationFigure> Triples(Place place) => _triples[(place.Level, place.Code)];

    public IEnumerable<ChangeFigure> Changes(Place place) => _changes[(place.Level, place.Code)];

    /// <summary>The totals of a place; all zero when the report has no row of it, because nobody there is in a group.</summary>
    public TotalFigure Total(Place place) => _totals.GetValueOrDefault((place.Level, place.Code))
        ?? new TotalFigure(place.Level, place.Code, place.Name, 0, 0, 0, 0, 0, 0);

    /// <summary>The reaches of a place; zero contacts when the report has no row of it.</summary>
    public MeaningfulReachFigure Reach(Place place) => _reach.GetValueOrDefault((place.Level, place.Code))
        ?? new MeaningfulReachFigure(place.Level, place.Code, 0, 0, null);

    /// <summary>Children under five in three or more groups, of a district, <c>unknown</c> or <c>outside</c>.</summary>
    public DistrictUnderFives UnderFivesOf(Place place) => _districts.GetValueOrDefault(place.Code)
        ?? new DistrictUnderFives(place.Code, place.Name, 0, null);

    /// <summary>Contacts that left the groups unrecorded; null when suppressed.</summary>
    public static int? NotAscertained(MeaningfulReachFigure reach) => reach.Contacts - reach.Ascertained;
}
