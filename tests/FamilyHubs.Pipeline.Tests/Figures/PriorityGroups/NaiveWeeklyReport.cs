using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

/// <summary>calculations.md 3 sentence by sentence: a second implementation of the weekly report to compare the first with.</summary>
internal sealed class NaiveWeeklyReport
{
    private readonly Profile _profile;
    private readonly NaiveExtract _rows;
    private readonly IsoWeek _week;
    private readonly NaivePeople _at;
    private readonly List<Person> _people;
    private readonly List<Row> _places;

    public NaiveWeeklyReport(Profile profile, NaiveExtract rows, IsoWeek week)
    {
        (_profile, _rows, _week) = (profile, rows, week);
        _at = new NaivePeople(profile, rows, week.Sunday.ToDateTime(TimeOnly.MinValue));
        _people = [.. _at.Everyone.Select(id => new Person(id, _at.District(id), _at.Team(id), _at.Groups(id), _at.IsUnder(18, id), _at.IsUnder(5, id)))];
        _places = Places();
    }

    public WeeklyReport Build(WeeklyReport? previous, bool children, bool all)
    {
        var groups = Groups();
        return new WeeklyReport(
            _profile.Area,
            _week.ToString(),
            _week.Sunday,
            "20190401_0100",
            _profile.DefinitionVersion,
            [.. _places.Select(Total)],
            groups,
            UnderFivesByDistrict(),
            UnderFivesByGroup(),
            [.. _places.SelectMany(place => Ranked(place, Combinations(place)).Where(c => all || c.Rank <= _profile.TopCombinations).Select(c => NoRankBeside(place, c)))],
            [.. _places.SelectMany(place => Ranked(place, Triples(place)).Select(c => NoRankBeside(place, c)))],
            [.. _places.Select(Reach)],
            previous == null ? [] : Change(groups, previous.Groups),
            children ? ChildList() : null);
    }

    // One contact is one SREvent with a child under five or that child's parent, who is not out.
    private bool IsReach(NaiveRows.Event contact) =>
        contact.IDPatient is { } person && contact.DateEvent != null && _at.IsIn(person) && _at.IsMeaningful(contact)
        && _people.Any(child => child.UnderFive && (child.Id == person || _at.Parents(child.Id).Contains(person)));

    private List<Row> Places()
    {
        var geography = _profile.Geography;
        List<Row> places = [new("area", geography.Area.Code, geography.Area.Name, p => p.IsResident)];
        places.AddRange(geography.Quadrants.Select(q => new Row("quadrant", q.Code, q.Name, p => q.Districts.Any(d => d.Code == p.District))));
        places.AddRange(geography.Quadrants.SelectMany(q => q.Districts).Select(d => new Row("district", d.Code, d.Name, p => p.District == d.Code)));
        places.AddRange(_people.Where(p => p.IsResident && p.Team != "none").Select(p => p.Team).Distinct()
            .OrderBy(code => _at.TeamName(code) == null ? 1 : 0).ThenBy(_at.TeamName, StringComparer.Ordinal).ThenBy(code => long.Parse(code, System.Globalization.CultureInfo.InvariantCulture))
            .Append("none")
            .Select(code => new Row("team", code, _at.TeamName(code), p => p.IsResident && p.Team == code)));
        places.Add(new Row("unknown", "unknown", "Unknown", p => p.District == "unknown"));
        places.Add(new Row("outside", "outside", "Outside", p => p.District == "outside"));
        return places;
    }

    private TotalFigure Total(Row place)
    {
        var people = _people.Where(p => place.Holds(p) && p.Groups.Count > 0).ToList();
        return new TotalFigure(
            place.Level, place.Code, place.Name,
            people.Sum(p => p.Groups.Count), people.Count, people.Count(p => p.Child), people.Count(p => !p.Child),
            people.Where(p => p.Child).Sum(p => p.Groups.Count), people.Where(p => !p.Child).Sum(p => p.Groups.Count));
    }

    private List<GroupFigure> Groups() =>
    [
        .. _places.SelectMany(place => _profile.PriorityGroups
            .Select(g => (Group: g, In: _people.Where(p => place.Holds(p) && p.Groups.Contains(g.Code)).ToList()))
            .OrderByDescending(x => x.In.Count).ThenBy(x => x.Group.Name, StringComparer.Ordinal)
            .Select(x => new GroupFigure(
                place.Level, place.Code, x.Group.Code, x.Group.Name, x.In.Count, x.In.Count(p => p.Child), x.In.Count(p => !p.Child),
                place.IsRanked ? RankOf(x.In.Count, _profile.PriorityGroups.Select(g => _people.Count(p => place.Holds(p) && p.Groups.Contains(g.Code)))) : null))),
    ];

    private List<DistrictUnderFives> UnderFivesByDistrict()
    {
        int Count(Row place) => _people.Count(p => place.Holds(p) && IsNeedy(p));
        var districts = _places.Where(p => p.Level == "district").ToList();
        return
        [
            .. districts.OrderByDescending(Count).ThenBy(p => p.Name, StringComparer.Ordinal)
                .Select(p => new DistrictUnderFives(p.Code, p.Name, Count(p), RankOf(Count(p), districts.Select(Count)))),
            .. _places.Where(p => !p.IsRanked).Select(p => new DistrictUnderFives(p.Code, p.Name, Count(p), null)),
        ];
    }

    private List<GroupUnderFives> UnderFivesByGroup()
    {
        int Count(Row place, PriorityGroup g) => _people.Count(p => place.Holds(p) && IsNeedy(p) && p.Groups.Contains(g.Code));
        return
        [
            .. _places.SelectMany(place => _profile.PriorityGroups
                .OrderByDescending(g => Count(place, g)).ThenBy(g => g.Name, StringComparer.Ordinal)
                .Select(g => new GroupUnderFives(
                    place.Level, place.Code, g.Code, g.Name, Count(place, g),
                    place.IsRanked ? RankOf(Count(place, g), _profile.PriorityGroups.Select(x => Count(place, x))) : null))),
        ];
    }

    private bool IsNeedy(Person p) => p.UnderFive && p.Groups.Count >= _profile.CombinationMinimum;

    private List<string> CombinationOf(Person child) => _profile.CombinationBasis == "child"
        ? child.Groups
        : [.. child.Groups.Concat(_at.Parents(child.Id).SelectMany(_at.Groups)).Distinct().Order(StringComparer.Ordinal)];

    private IEnumerable<string> Combinations(Row place) =>
        _people.Where(p => place.Holds(p) && p.UnderFive).Select(CombinationOf).Where(c => c.Count >= _profile.CombinationMinimum).Select(c => string.Join('|', c));

    private IEnumerable<string> Triples(Row place) =>
        from child in _people
        where place.Holds(child) && child.UnderFive
        let groups = CombinationOf(child)
        from a in groups
        from b in groups
        from c in groups
        where string.CompareOrdinal(a, b) < 0 && string.CompareOrdinal(b, c) < 0
        select $"{a}|{b}|{c}";

    private static List<CombinationFigure> Ranked(Row place, IEnumerable<string> sets)
    {
        var counts = sets.GroupBy(set => set).Select(set => (Set: set.Key, Codes: set.Key.Split('|'), Children: set.Count())).ToList();
        return
        [
            .. counts.OrderByDescending(c => c.Children).ThenByDescending(c => c.Codes.Length).ThenBy(c => c.Set, StringComparer.Ordinal)
                .Select(c => new CombinationFigure(place.Level, place.Code, c.Codes, c.Children, RankOf(c.Children, counts.Select(x => x.Children)))),
        ];
    }

    private static CombinationFigure NoRankBeside(Row place, CombinationFigure figure) => place.IsRanked ? figure : figure with { Rank = null };

    private MeaningfulReachFigure Reach(Row place)
    {
        var contacts = _rows.Events
            .Where(e => IsReach(e) && DateOnly.FromDateTime(e.DateEvent!.Value) >= _week.Monday && DateOnly.FromDateTime(e.DateEvent.Value) <= _week.Sunday)
            .Where(e => place.Holds(_people.Single(p => p.Id == e.IDPatient)))
            .ToList();
        var ascertained = contacts.Count(_at.IsAscertained);
        return new MeaningfulReachFigure(place.Level, place.Code, contacts.Count, ascertained, contacts.Count == 0 ? null : ascertained * 100.0 / contacts.Count);
    }

    private static List<ChangeFigure> Change(List<GroupFigure> now, IReadOnlyList<GroupFigure> before)
    {
        int Of(IEnumerable<GroupFigure> report, GroupFigure key) =>
            report.Where(g => g.Level == key.Level && g.Code == key.Code && g.Group == key.Group).Sum(g => g.Memberships!.Value);
        return
        [
            .. now.Concat(before.Where(b => !now.Any(n => n.Level == b.Level && n.Code == b.Code && n.Group == b.Group)))
                .Select(g => new ChangeFigure(g.Level, g.Code, g.Group, Of(now, g), Of(before, g), Of(now, g) - Of(before, g))),
        ];
    }

    private List<ChildListEntry> ChildList() =>
    [
        .. from place in _places
           where place.Level == "district"
           from combination in Ranked(place, Combinations(place))
           where combination.Rank <= _profile.TopCombinations
           from child in _people
           where place.Holds(child) && child.UnderFive && CombinationOf(child).SequenceEqual(combination.Groups)
           let reaches = _rows.Events.Where(e => IsReach(e) && _at.Begun(e.DateEvent) && (e.IDPatient == child.Id || _at.Parents(child.Id).Contains(e.IDPatient!.Value)))
           orderby _places.IndexOf(place), combination.Rank, string.Join('|', combination.Groups), child.Id
           select new ChildListEntry(
               child.Id,
               _at.MonthsOld(child.Id)!.Value,
               child.District,
               child.Team,
               combination.Groups,
               combination.Rank!.Value,
               reaches.Any() ? DateOnly.FromDateTime(reaches.Max(e => e.DateEvent)!.Value) : null),
    ];

    private static int? RankOf(int count, IEnumerable<int> counts) => count == 0 ? null : 1 + counts.Count(other => other > count);

    private sealed record Person(long Id, string District, string Team, List<string> Groups, bool Child, bool UnderFive)
    {
        public bool IsResident => District is not ("unknown" or "outside");
    }

    private sealed record Row(string Level, string Code, string? Name, Func<Person, bool> Holds)
    {
        public bool IsRanked => Level is not ("unknown" or "outside");
    }
}
