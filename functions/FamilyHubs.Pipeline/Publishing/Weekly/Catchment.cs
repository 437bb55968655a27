using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>What a reader may see: the places of the reader's codes, the widest only where one holds another. Everything that is printed is picked through it.</summary>
internal sealed class Catchment
{
    private const int MostFeatured = 2;

    private readonly GeographyIndex _geography;

    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public Catchment(Reader reader, Profile profile, WeeklyReport report)
        : this(reader, profile, [.. report.Totals.Where(total => total.Level == PlaceLevels.Team).Select(OfTeam)])
    {
    }

    /// <param name="teams">The teams of the report.</param>
    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public Catchment(Reader reader, Profile profile, IReadOnlyList<Place> teams)
    {
        _geography = new GeographyIndex(profile.Geography);
        Area = new Place(PlaceLevels.Area, _geography.Area.Code, PlainText.Clean(_geography.Area.Name));
        Districts = [.. _geography.Districts.Select(OfDistrict)];
        Quadrants = [.. profile.Geography.Quadrants.Select(OfQuadrant)];
        Teams = teams;
        Places = Widest([.. reader.Catchments.Distinct(StringComparer.Ordinal).Select(Find).OfType<Place>()]);
        if (Places.Count == 0)
            throw new ArgumentException("The reader's catchment has no code that the profile or the report knows: correct the reader's codes in the managers reference.", nameof(reader));
    }

    public Place Area { get; }

    /// <summary>The reader's places, in the order of the reader's codes. At least one.</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>The places that a mail has room to rank; the others are in its files and on the page.</summary>
    public IReadOnlyList<Place> Featured => [.. Places.Take(MostFeatured)];

    public bool IsWholeArea => Places[0].Level == PlaceLevels.Area;

    /// <summary>All districts of the area in the order of the profile.</summary>
    public IReadOnlyList<Place> Districts { get; }

    /// <summary>All quadrants of the area in the order of the profile.</summary>
    public IReadOnlyList<Place> Quadrants { get; }

    /// <summary>All teams of the report.</summary>
    public IReadOnlyList<Place> Teams { get; }

    /// <summary>Names of the reader's places for a heading.</summary>
    public string Name => Places.Count <= 2
        ? Shown.List([.. Places.Select(place => place.Name)])
        : $"{Places[0].Name} and {Shown.Word(Places.Count - 1)} more";

    /// <summary>The places that a place is shown by: districts of an area or quadrant, teams that staff a district, none of a team.</summary>
    public IReadOnlyList<Place> PartsOf(Place place) => place.Level switch
    {
        PlaceLevels.Area or PlaceLevels.Quadrant => DistrictsOf(place),
        PlaceLevels.District => TeamsOf(place),
        _ => [],
    };

    /// <summary>The districts in a place; for a team those that it serves.</summary>
    public IReadOnlyList<Place> DistrictsOf(Place place)
    {
        var codes = place.Level == PlaceLevels.Team ? _geography.DistrictsOfTeam(place.Name) : _geography.DistrictsBeneath(place.Code);
        return [.. Districts.Where(district => codes.Contains(district.Code, StringComparer.Ordinal))];
    }

    /// <summary>The teams that serve a place; of the area all, those without a district in the profile included.</summary>
    public IReadOnlyList<Place> TeamsOf(Place place) => place.Level switch
    {
        PlaceLevels.Area => Teams,
        PlaceLevels.Team => [place],
        _ => [.. Teams.Where(team => Overlap(_geography.DistrictsOfTeam(team.Name), _geography.DistrictsBeneath(place.Code)))],
    };

    /// <summary>The quadrant of a district; null for other places.</summary>
    public Place? QuadrantOf(Place place) =>
        place.Level == PlaceLevels.District && _geography.QuadrantOf(place.Code) is { } quadrant ? OfQuadrant(quadrant) : null;

    /// <summary>Whether a child of this district and team is the reader's to see.</summary>
    public bool Holds(ChildListEntry child) => Places.Any(place => place.Level == PlaceLevels.Team
        ? string.Equals(place.Code, child.Team, StringComparison.Ordinal)
        : DistrictsOf(place).Any(district => string.Equals(district.Code, child.District, StringComparison.Ordinal)));

    public static Place OfTeam(TotalFigure total) => OfTeam(total.Code, total.Name);

    /// <param name="name">Null while it has not arrived.</param>
    public static Place OfTeam(string code, string? name) => new(
        PlaceLevels.Team, code, code == PlaceLevels.NoTeam ? "No team" : PlainText.Clean(name, $"Team {PlainText.Clean(code)}"));

    private static Place OfDistrict(District district) => new(PlaceLevels.District, district.Code, PlainText.Clean(district.Name));

    private static Place OfQuadrant(Quadrant quadrant) => new(PlaceLevels.Quadrant, quadrant.Code, PlainText.Clean(quadrant.Name));

    private static bool Overlap(IReadOnlyList<string> some, IReadOnlyList<string> others) =>
        some.Any(code => others.Contains(code, StringComparer.Ordinal));

    private Place? Find(string code)
    {
        if (code == Area.Code)
            return Area;
        if (_geography.FindQuadrant(code) is { } quadrant)
            return OfQuadrant(quadrant);
        return _geography.FindDistrict(code) is { } district ? OfDistrict(district) : Teams.FirstOrDefault(team => team.Code == code);
    }

    private static int Width(Place place) => place.Level switch
    {
        PlaceLevels.Area => 3,
        PlaceLevels.Quadrant => 2,
        PlaceLevels.District => 1,
        _ => 0,
    };

    private List<Place> Widest(IReadOnlyList<Place> places) => [.. places.Where(place => !places.Any(other => IsWithin(place, other)))];

    private bool IsWithin(Place place, Place other)
    {
        if (Width(place) >= Width(other))
            return false;
        var districts = DistrictsOf(place);
        return other.Level == PlaceLevels.Area || (districts.Count > 0 && districts.All(DistrictsOf(other).Contains));
    }
}
