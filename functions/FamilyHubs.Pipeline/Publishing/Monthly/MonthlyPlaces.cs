using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The places of a monthly page: those of the reader, what they are made of, and the area beside them.</summary>
internal sealed class MonthlyPlaces
{
    /// <exception cref="ArgumentException">No code of the reader is known.</exception>
    public MonthlyPlaces(MonthlyReport report, Profile profile, Reader reader)
    {
        var named = report.Kpis.Where(row => row.Level == PlaceLevels.Team).Select(row => (row.Code, row.Name));
        var others = report.Outcomes.Where(row => row.Level == PlaceLevels.Team).Select(row => (row.Code, Name: (string?)null))
            .Concat(report.Caseload.Where(row => row.Level == PlaceLevels.Team).Select(row => (row.Code, Name: (string?)null)))
            .Concat(report.Indicators.Where(row => row.Level == PlaceLevels.Team).Select(row => (row.Code, Name: (string?)null)));
        Catchment = new Catchment(reader, profile, [.. named.Concat(others).DistinctBy(team => team.Code).Select(team => Catchment.OfTeam(team.Code, team.Name))]);
    }

    public Catchment Catchment { get; }

    /// <summary>The reader's places, then the area when it is not one of them.</summary>
    public IReadOnlyList<Place> Shown => [.. Catchment.Places.Append(Catchment.Area).Distinct()];

    /// <summary>Quadrants of the whole area, districts and teams beneath the reader's places; of the whole area unknown and outside too.</summary>
    public IReadOnlyList<Place> Parts =>
    [
        .. Catchment.IsWholeArea ? Catchment.Quadrants : [],
        .. Beneath(PlaceLevels.District, Catchment.DistrictsOf),
        .. Catchment.IsWholeArea ? Elsewhere : [],
        .. Beneath(PlaceLevels.Team, Catchment.TeamsOf),
    ];

    private Place[] Elsewhere =>
    [
        new(PlaceLevels.Unknown, PlaceLevels.Unknown, "No usable postcode"),
        new(PlaceLevels.Outside, PlaceLevels.Outside, $"Living outside {Catchment.Area.Name}"),
    ];

    /// <summary>Districts of the reader's places.</summary>
    public IReadOnlyList<string> Districts => [.. Catchment.Places.SelectMany(Catchment.DistrictsOf).Select(place => place.Code).Distinct()];

    private IEnumerable<Place> Beneath(string level, Func<Place, IReadOnlyList<Place>> parts) =>
        Catchment.Places.Where(place => place.Level != level && place.Level != PlaceLevels.Team).SelectMany(parts).Distinct();
}
