using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Tests.Publishing;

/// <summary>Reports that hang together: invented people with groups, homes and teams, counted naively. Primary suppression only.</summary>
internal sealed class SampleWeeklyReport
{
    public const string Week = "2019-W13";

    public static readonly DateOnly AsOf = new(2019, 3, 31);

    private static readonly Lazy<Task<Profile>> LoadedEssex = new(async () =>
        (await ProfileCatalog.Shipped.FindAsync("essex", CancellationToken.None))!.Profile!);

    private readonly Profile _profile;
    private readonly int _threshold;
    private readonly List<Person> _people = [];

    private SampleWeeklyReport(Profile profile, int people, int threshold)
    {
        (_profile, _threshold) = (profile, threshold);
        var random = new Random(2019);
        var districts = profile.Geography.Quadrants.SelectMany(quadrant => quadrant.Districts).ToList();
        for (var id = 0; id < people; id++)
        {
            var at = random.Next(100);
            var district = at < 97 ? districts[random.Next(districts.Count) * random.Next(2, 4) / 3].Code : at < 99 ? "unknown" : "outside";
            var teams = profile.Geography.Teams.Where(team => team.District == district).ToList();
            var months = random.Next(2) == 0 ? random.Next(60) : random.Next(18 * 12, 45 * 12);
            var count = 1 + Math.Min(Math.Min(random.Next(6), random.Next(6)), random.Next(6));
            var groups = count >= 3 && random.Next(5) < 3 ? Favourite(profile, Math.Min(random.Next(12), random.Next(12))) : Enumerable.Range(0, count)
                .Select(_ => profile.PriorityGroups[Math.Min(random.Next(profile.PriorityGroups.Count), random.Next(profile.PriorityGroups.Count))].Code)
                .Distinct().Order(StringComparer.Ordinal).ToArray();
            _people.Add(new Person(id + 1000, district, teams.Count == 0 ? "none" : TeamCode(teams[random.Next(teams.Count)].Name), months, groups, random.Next(5) == 0, random.Next(8) > 0));
        }
    }

    private static readonly Lazy<Task<WeeklyReport>> LoadedReport = new(async () => For(await Essex));

    private static readonly Lazy<Task<WeeklyReport>> LoadedSignInReport = new(async () => For(await Essex, threshold: 0, childList: true));

    public static Task<Profile> Essex => LoadedEssex.Value;

    /// <summary>The report for mails.</summary>
    public static Task<WeeklyReport> Disclosed => LoadedReport.Value;

    /// <summary>The report for sign-in pages, with a child list.</summary>
    public static Task<WeeklyReport> SignIn => LoadedSignInReport.Value;

    public static ReportFacts Facts { get; } = new(
        new DateTime(2019, 4, 1, 0, 0, 0), 1_284_903, 17,
        "The extract is whole and goes to the end of the week.",
        "weekly-essex-2019-W13-r1", new Uri("https://reports.example.org/essex/weekly/2019-W13"), new DateOnly(2019, 4, 8));

    /// <summary>The report of the sample people, with the week before a little smaller.</summary>
    public static WeeklyReport For(Profile profile, int people = 4000, int threshold = 5, bool childList = false) =>
        new SampleWeeklyReport(profile, people, threshold).Build(childList);

    public static string TeamCode(string name) => $"{4000 + name.Sum(letter => letter) * 7 + name[^1]}";

    /// <summary>Thirteen weeks of totals before the report, of every place in it.</summary>
    public static IReadOnlyList<WeeklyTotal> History(WeeklyReport report) =>
    [
        .. report.Totals.SelectMany(total => Enumerable.Range(1, 13).Select(back => new WeeklyTotal(
            report.AsOf.AddDays(-7 * back), total.Level, total.Code, total.Memberships * (200 - back * 2 + back * back % 5) / 200))),
    ];

    private WeeklyReport Build(bool childList)
    {
        var places = Places().ToList();
        var people = places.ToDictionary(place => place.Code, place => In(place));
        var young = _people.Where(IsYoung).ToList();
        var residents = people[_profile.Geography.Area.Code].ToHashSet();
        return new WeeklyReport(
            _profile.Area, Week, AsOf, "20190401_0200", _profile.DefinitionVersion,
            [.. places.Select(place => Total(place, people[place.Code]))],
            [.. places.SelectMany(place => Ranked(_profile.PriorityGroups.Select(group => Group(place, group, people[place.Code])), row => row.Memberships, (row, rank) => row with { Rank = rank }))],
            [.. Ranked(Districts(young), row => row.Children, (row, rank) => row with { Rank = rank })],
            [.. places.SelectMany(place => Ranked(_profile.PriorityGroups.Select(group => UnderFives(place, group, people[place.Code])), row => row.Children, (row, rank) => row with { Rank = rank }))],
            [.. places.SelectMany(place => Combinations(place, people[place.Code].Where(IsYoung).Select(person => person.Groups)))],
            [.. places.SelectMany(place => Combinations(place, people[place.Code].Where(IsYoung).SelectMany(person => Triples(person.Groups))))],
            [.. places.Select(place => Reach(place, people[place.Code].Where(person => person.Met).ToList()))],
            [.. places.SelectMany(place => _profile.PriorityGroups.Select((group, index) => Change(place, group, index, people[place.Code])))],
            childList ? [.. young.Where(residents.Contains).Take(200).Select(Child)] : null);
    }

    private static string[] Favourite(Profile profile, int which) =>
        [.. Enumerable.Range(0, 3 + which % 2).Select(step => profile.PriorityGroups[(which * 3 + step * (2 + which % 3)) % profile.PriorityGroups.Count].Code).Order(StringComparer.Ordinal)];

    private IEnumerable<(string Level, string Code, string? Name)> Places()
    {
        var geography = _profile.Geography;
        yield return ("area", geography.Area.Code, geography.Area.Name);
        foreach (var quadrant in geography.Quadrants)
            yield return ("quadrant", quadrant.Code, quadrant.Name);
        foreach (var district in geography.Quadrants.SelectMany(quadrant => quadrant.Districts))
            yield return ("district", district.Code, district.Name);
        foreach (var team in geography.Teams)
            yield return ("team", TeamCode(team.Name), team.Name);
        yield return ("unknown", "unknown", null);
        yield return ("outside", "outside", null);
    }

    private List<Person> In((string Level, string Code, string? Name) place) => [.. _people.Where(person => place.Level switch
    {
        "area" => person.District is not ("unknown" or "outside"),
        "quadrant" => _profile.Geography.Quadrants.Single(quadrant => quadrant.Code == place.Code).Districts.Any(district => district.Code == person.District),
        "team" => person.Team == place.Code,
        _ => person.District == place.Code,
    })];

    private static bool IsYoung(Person person) => person.Months < 60 && person.Groups.Length >= 3;

    private int? Safe(int count) => count > 0 && count < _threshold ? null : count;

    private TotalFigure Total((string Level, string Code, string? Name) place, List<Person> people)
    {
        var (memberships, children) = (people.Sum(person => person.Groups.Length), people.Count(person => person.Months < 216));
        return new TotalFigure(
            place.Level, place.Code, place.Name, Safe(memberships), Safe(people.Count), Safe(children), Safe(people.Count - children),
            Safe(people.Where(person => person.Months < 216).Sum(person => person.Groups.Length)),
            Safe(people.Where(person => person.Months >= 216).Sum(person => person.Groups.Length)), Safe(memberships) is null);
    }

    private GroupFigure Group((string Level, string Code, string? Name) place, PriorityGroup group, List<Person> people)
    {
        var all = people.Count(person => person.Groups.Contains(group.Code));
        var children = people.Count(person => person.Months < 216 && person.Groups.Contains(group.Code));
        return new GroupFigure(place.Level, place.Code, group.Code, group.Name, Safe(all), Safe(children), Safe(all - children), null, Safe(all) is null);
    }

    private GroupUnderFives UnderFives((string Level, string Code, string? Name) place, PriorityGroup group, List<Person> people)
    {
        var count = people.Count(person => person.Months < 60 && person.Groups.Length >= 3 && person.Groups.Contains(group.Code));
        return new GroupUnderFives(place.Level, place.Code, group.Code, group.Name, Safe(count), null, Safe(count) is null);
    }

    private IEnumerable<DistrictUnderFives> Districts(List<Person> young) => Places()
        .Where(place => place.Level is "district" or "unknown" or "outside")
        .Select(place => (place, Count: Safe(young.Count(person => person.District == place.Code))))
        .Select(row => new DistrictUnderFives(row.place.Code, row.place.Name, row.Count, null, row.Count is null));

    private IEnumerable<CombinationFigure> Combinations((string Level, string Code, string? Name) place, IEnumerable<string[]> sets) => Ranked(
        sets.GroupBy(set => string.Join('|', set)).Select(same => new CombinationFigure(place.Level, place.Code, same.Key.Split('|'), Safe(same.Count()), null, Safe(same.Count()) is null)),
        row => row.Children, (row, rank) => row with { Rank = rank }).Where(row => row.Rank is null or <= 5);

    private MeaningfulReachFigure Reach((string Level, string Code, string? Name) place, List<Person> met)
    {
        var ascertained = met.Count(person => person.Ascertained);
        var hidden = met.Count - ascertained > 0 && Safe(met.Count - ascertained) is null;
        return new MeaningfulReachFigure(
            place.Level, place.Code, Safe(met.Count), hidden ? null : ascertained, hidden || met.Count == 0 ? null : 100.0 * ascertained / met.Count, hidden);
    }

    private ChangeFigure Change((string Level, string Code, string? Name) place, PriorityGroup group, int index, List<Person> people)
    {
        var now = people.Count(person => person.Groups.Contains(group.Code));
        // Some joined the group in the week and some left it, each in one place only, so that the places add up.
        var before = people.Count(person => person.Groups.Contains(group.Code) ? (person.Id + index) % 29 > 0 : (person.Id * 7 + index) % 601 == 0);
        var hidden = Safe(now) is null || Safe(before) is null;
        return new ChangeFigure(place.Level, place.Code, group.Code, Safe(now), Safe(before), hidden ? null : now - before, hidden);
    }

    private ChildListEntry Child(Person person) => new(
        person.Id, person.Months, person.District, person.Team, person.Groups, 1 + (int)(person.Id % 5), person.Met ? AsOf.AddDays(-(int)(person.Id % 7)) : null);

    private static IEnumerable<string[]> Triples(string[] groups)
    {
        for (var a = 0; a < groups.Length; a++)
            for (var b = a + 1; b < groups.Length; b++)
                for (var c = b + 1; c < groups.Length; c++)
                    yield return [groups[a], groups[b], groups[c]];
    }

    private static List<T> Ranked<T>(IEnumerable<T> rows, Func<T, int?> figure, Func<T, int?, T> withRank)
    {
        var all = rows.ToList();
        return [.. all.Select(row => withRank(row, figure(row) is null or 0 ? null : 1 + all.Count(other => figure(other) > figure(row)))).OrderBy(row => -figure(row) ?? 1)];
    }

    private sealed record Person(long Id, string District, string Team, int Months, string[] Groups, bool Met, bool Ascertained);
}
