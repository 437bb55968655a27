using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>The four rankings of the report (E19-39 to E19-42), the combinations (E19-36), what changed and what is not recorded, for one catchment.</summary>
/// <param name="most">Rows of a long ranking; the page takes all.</param>
/// <param name="wide">Whether further columns are shown, which a mail has no room for.</param>
internal sealed class WeeklySections(PlaceFigures figures, Catchment catchment, Profile profile, int most, bool wide)
{
    private const string Recorded = "Groups recorded";
    private const string Children = "Children under five";

    private IReadOnlyList<Place> Places => wide ? catchment.Places : catchment.Featured;

    private string[] TotalHeadings => wide ? ["People", "Children", "Adults"] : ["People"];

    private string Minimum => Shown.Word(profile.CombinationMinimum);

    private string AreaName => catchment.Area.Name;

    /// <summary>Memberships of all ages by place (E19-39).</summary>
    public Section ByPlace() => new("places", "Where priority groups are recorded", catchment.Places.Count == 1 ? [ByPlace(catchment.Places[0])] : [SideBySide(), .. wide ? catchment.Places.Select(ByPlace) : []]);

    /// <summary>Memberships of all ages by group (E19-40).</summary>
    public Section ByGroup() => new("groups", "Which groups are largest", [.. Places.Select(ByGroup), .. Elsewhere(catchment.Places.Skip(Places.Count))]);

    /// <summary>Children under five in three or more groups by district (E19-41).</summary>
    public Section UnderFivesByDistrict() => new(
        "under-fives-places", $"Children under five in {Minimum} or more groups, by {DistrictWord()}", [UnderFivesRanking()]);

    /// <summary>The same children by group (E19-42).</summary>
    public Section UnderFivesByGroup() => new(
        "under-fives-groups", $"Children under five in {Minimum} or more groups, by group", [.. Places.Select(UnderFivesByGroup)]);

    /// <summary>The most frequent exact sets of groups of children under five (E19-36).</summary>
    public Section Combinations() => new(
        "combinations", "Most frequent combinations",
        [
            new Paragraph($"Children under five in {Minimum} or more groups, by the exact set of groups they are in."),
            .. Places.SelectMany(place => CombinationBlocks("combinations", place, figures.Combinations(place), "combinations")),
        ]);

    /// <summary>Sets of three groups, whatever other groups the children are in.</summary>
    public Section Triples() => new(
        "triples", "Most frequent sets of three groups",
        [
            new Paragraph("A child counts once in every set of three groups that it is in, so one child can count in several rows."),
            .. Places.SelectMany(place => CombinationBlocks("triples", place, figures.Triples(place), "sets of three groups")),
        ]);

    private string DistrictWord() => profile.LevelNames.District.ToLowerInvariant();

    private RankedBars ByPlace(Place place)
    {
        var parts = catchment.PartsOf(place);
        var rows = parts.Select(part => TotalRow(part, true)).ToList();
        if (place.Level == PlaceLevels.Area)
            rows.AddRange(WithoutDistrict().Select(part => TotalRow(part, false)));
        List<Place> totals = [place];
        if (catchment.QuadrantOf(place) is { } quadrant)
            totals.Add(quadrant);
        if (place.Level != PlaceLevels.Area)
            totals.Add(catchment.Area);
        return new RankedBars(
            $"places-{place.Code}",
            $"Priority groups recorded in {place.Name}, all ages",
            place.Level switch { PlaceLevels.Team => "Place", PlaceLevels.District => profile.LevelNames.Team, _ => profile.LevelNames.District },
            Recorded,
            null,
            TotalHeadings,
            BarRanking.Of(rows, false),
            BarRanking.Of([.. totals.Select(total => TotalRow(total, false))], false),
            NoteOn(place, parts));
    }

    private string? NoteOn(Place place, IReadOnlyList<Place> parts) => place.Level switch
    {
        PlaceLevels.Area => $"{AreaName} holds the residents of its {DistrictWord()}s; those without a usable postcode or living outside are not in it.",
        PlaceLevels.District when parts.Count > 0 =>
            $"A team's figure counts its families wherever in {AreaName} they live, so the teams do not add up to {place.Name}.",
        _ => null,
    };

    /// <summary>The places of a reader of several.</summary>
    private RankedBars SideBySide() => new(
        "places",
        $"Priority groups recorded in your {Shown.Word(catchment.Places.Count)} places, all ages",
        "Place",
        Recorded,
        null,
        TotalHeadings,
        BarRanking.Of([.. catchment.Places.Select(place => TotalRow(place, true))], false),
        BarRanking.Of([TotalRow(catchment.Area, false)], false),
        null);

    private RankedBars ByGroup(Place place)
    {
        var beside = place.Level == PlaceLevels.Area ? [] : figures.Groups(catchment.Area).ToDictionary(row => row.Group, row => row.Memberships);
        var changes = figures.Changes(place).ToDictionary(row => row.Group, row => row.Difference);
        var hasChange = wide && changes.Count > 0;
        var rows = figures.Groups(place).Select(row => new BarInput(
            figures.GroupName(row.Group),
            row.Memberships,
            beside.GetValueOrDefault(row.Group),
            wide ? [Shown.Count(row.Children), Shown.Count(row.Adults), .. Change(hasChange, changes, row.Group)] : [])).ToList();
        return Cut(new RankedBars(
            $"groups-{place.Code}",
            $"Priority groups in {place.Name}, all ages",
            "Priority group",
            BesideHeading(place) is null ? Recorded : place.Name,
            BesideHeading(place),
            !wide ? [] : hasChange ? ["Children", "Adults", "Since last week"] : ["Children", "Adults"],
            BarRanking.Of(rows, BesideHeading(place) is not null),
            [],
            ScaleNote(place)));
    }

    private RankedBars UnderFivesRanking()
    {
        var districts = catchment.Places.SelectMany(catchment.DistrictsOf).Distinct().ToList();
        var rows = districts.Select(district => UnderFivesRow(district, inRanking: districts.Count > 1)).ToList();
        if (catchment.IsWholeArea)
            rows.AddRange(WithoutDistrict().Select(place => UnderFivesRow(place, false)));
        var all = catchment.Districts.Select(district => figures.UnderFivesOf(district).Children).ToList();
        var sum = all.Contains(null) ? null : all.Sum();
        var where = catchment.IsWholeArea ? AreaName : districts.Count == 1 ? districts[0].Name : catchment.Name;
        return new RankedBars(
            "under-fives-places",
            $"Children under five in {Minimum} or more groups, {where}",
            profile.LevelNames.District,
            "Children",
            null,
            catchment.IsWholeArea ? [] : [$"Rank in {AreaName}"],
            BarRanking.Of(rows, false),
            BarRanking.Of([new BarInput(AreaName, sum, null, catchment.IsWholeArea ? [] : [Shown.None], false)], false),
            null);
    }

    private RankedBars UnderFivesByGroup(Place place)
    {
        var beside = place.Level == PlaceLevels.Area ? [] : figures.UnderFives(catchment.Area).ToDictionary(row => row.Group, row => row.Children);
        var rows = figures.UnderFives(place)
            .Select(row => new BarInput(figures.GroupName(row.Group), row.Children, beside.GetValueOrDefault(row.Group), []))
            .ToList();
        return Cut(new RankedBars(
            $"under-fives-groups-{place.Code}",
            $"{Children} in {Minimum} or more groups in {place.Name}, by group",
            "Priority group",
            BesideHeading(place) is null ? Children : place.Name,
            BesideHeading(place),
            [],
            BarRanking.Of(rows, BesideHeading(place) is not null),
            [],
            ScaleNote(place)));
    }

    private IEnumerable<Block> CombinationBlocks(string id, Place place, IEnumerable<CombinationFigure> found, string what)
    {
        var all = found.ToList();
        var named = all.Where(row => row is { Groups.Count: > 0, Children: > 0, Rank: not null })
            .Where(row => wide || row.Rank <= profile.TopCombinations)
            .OrderBy(row => row.Rank)
            .ToList();
        var rows = named.Select(row => new BarInput(string.Join(" + ", row.Groups.Select(figures.GroupName)), row.Children, null, [])).ToList();
        // Below the threshold a combination has no name outside sign-in pages (calculations.md 9.5).
        var others = all.Where(row => row.Suppressed || row.Groups.Count == 0).ToList();
        if (others.Count > 0)
            rows.Add(new BarInput($"Other {what}, each too small to name", others.Count == 1 ? others[0].Children : null, null, [], false));
        if (rows.Count == 0)
        {
            yield return new Paragraph($"No child under five in {place.Name} is in {Minimum} or more groups.");
            yield break;
        }

        yield return new RankedBars(
            $"{id}-{place.Code}", $"Most frequent {what} in {place.Name}", "Groups", "Children", null, [], BarRanking.Of(rows, false), [], null);
    }

    private RankedBars Cut(RankedBars bars) => bars.Rows.Count <= most
        ? bars
        : bars with
        {
            Caption = $"{bars.Caption}: the {Shown.Word(most)} largest of {bars.Rows.Count}",
            Rows = [.. bars.Rows.Take(most)],
        };

    private string? BesideHeading(Place place) => place.Level == PlaceLevels.Area ? null : AreaName;

    private string? ScaleNote(Place place) =>
        place.Level == PlaceLevels.Area ? null : $"The bars of {place.Name} and of {AreaName} are each drawn to their own longest bar.";

    private static IEnumerable<Block> Elsewhere(IEnumerable<Place> rest)
    {
        var names = rest.Select(place => place.Name).ToList();
        return names.Count == 0 ? [] : [new Paragraph($"The rankings of {Shown.List(names)} are in the attached files and in the full report.")];
    }

    private Place[] WithoutDistrict() =>
    [
        new(PlaceLevels.Unknown, PlaceLevels.Unknown, "No usable postcode"),
        new(PlaceLevels.Outside, PlaceLevels.Outside, $"Living outside {AreaName}"),
    ];

    private BarInput TotalRow(Place place, bool inRanking)
    {
        var total = figures.Total(place);
        List<string> more = [Shown.Count(total.People)];
        if (wide)
            more.AddRange([Shown.Count(total.Children), Shown.Count(total.Adults)]);
        return new BarInput(place.Name, total.Memberships, null, more, inRanking);
    }

    private BarInput UnderFivesRow(Place place, bool inRanking)
    {
        var row = figures.UnderFivesOf(place);
        var rank = row.Rank is { } value ? $"{Shown.Ordinal(value)} of {catchment.Districts.Count}" : Shown.None;
        return new BarInput(place.Name, row.Children, null, catchment.IsWholeArea ? [] : [rank], inRanking);
    }

    private static string[] Change(bool hasChange, Dictionary<string, int?> changes, string group) =>
        hasChange ? [Shown.Arrow(changes.GetValueOrDefault(group))] : [];
}
