using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

/// <summary>Weekly reports of made-up people, whose tables hang together as real ones do.</summary>
internal static class RandomWeeklyReport
{
    public static WeeklyReport Of(int seed, int people, Profile profile, WeeklyReport? previous = null, bool all = false)
    {
        var persons = People(new Random(seed), people, profile);
        var places = Places(profile);
        var inPlace = places.ToDictionary(place => place, place => persons.Where(person => person.IsIn(place)).ToArray());
        var report = new WeeklyReport(
            profile.Area,
            "2019-W13",
            new DateOnly(2019, 3, 31),
            "20190401_0200",
            profile.DefinitionVersion,
            [.. places.Select(place => Total(place, inPlace[place]))],
            [.. places.SelectMany(place => Groups(place, inPlace[place], profile))],
            [.. Districts(places, inPlace)],
            [.. places.SelectMany(place => UnderFives(place, inPlace[place], profile))],
            [.. places.SelectMany(place => Sets(place, inPlace[place].Where(person => person.IsUnderFive && person.Groups.Length > 2).Select(person => person.Groups), all))],
            [.. places.SelectMany(place => Sets(place, inPlace[place].Where(person => person.IsUnderFive).SelectMany(Triples), all))],
            [.. places.Select(place => Reach(place, inPlace[place]))],
            []);
        return previous is null ? report : report with { Change = [.. Change(report, previous)] };
    }

    private static List<Person> People(Random random, int count, Profile profile)
    {
        var districts = profile.Geography.Quadrants.SelectMany(quadrant => quadrant.Districts.Select(district => (District: district.Code, Quadrant: quadrant.Code))).ToArray();
        var persons = new List<Person>();
        for (var index = 0; index < count; index++)
        {
            var (district, quadrant) = random.Next(40) switch
            {
                0 => ("unknown", ""),
                1 => ("outside", ""),
                // Skewed: some districts are small.
                _ => districts[(int)(districts.Length * Math.Pow(random.NextDouble(), 2))],
            };
            var team = random.Next(12) == 0 ? "none" : $"T{(int)(profile.Geography.Teams.Count * Math.Pow(random.NextDouble(), 2)):D2}";
            var groups = new SortedSet<string>(StringComparer.Ordinal);
            for (var left = 1 + (int)(5 * Math.Pow(random.NextDouble(), 2)); left > 0; left--)
                groups.Add(profile.PriorityGroups[(int)(profile.PriorityGroups.Count * Math.Pow(random.NextDouble(), 3))].Code);
            var isChild = random.Next(3) > 0;
            persons.Add(new Person(district, quadrant, team, isChild, isChild && random.Next(2) == 0, [.. groups], random.Next(4), random.Next(10) > 0));
        }
        return persons;
    }

    private static List<(string Level, string Code)> Places(Profile profile)
    {
        var places = new List<(string, string)> { ("area", profile.Geography.Area.Code) };
        places.AddRange(profile.Geography.Quadrants.Select(quadrant => ("quadrant", quadrant.Code)));
        places.AddRange(profile.Geography.Quadrants.SelectMany(quadrant => quadrant.Districts.Select(district => ("district", district.Code))));
        places.AddRange(Enumerable.Range(0, profile.Geography.Teams.Count).Select(team => ("team", $"T{team:D2}")));
        places.AddRange([("team", "none"), ("unknown", "unknown"), ("outside", "outside")]);
        return places;
    }

    private static TotalFigure Total((string Level, string Code) place, Person[] persons)
    {
        var (children, adults) = (persons.Count(person => person.IsChild), persons.Count(person => !person.IsChild));
        var (ofChildren, ofAdults) = (persons.Where(person => person.IsChild).Sum(person => person.Groups.Length), persons.Where(person => !person.IsChild).Sum(person => person.Groups.Length));
        return new TotalFigure(place.Level, place.Code, place.Code, ofChildren + ofAdults, children + adults, children, adults, ofChildren, ofAdults);
    }

    private static IEnumerable<GroupFigure> Groups((string Level, string Code) place, Person[] persons, Profile profile)
    {
        foreach (var group in profile.PriorityGroups)
        {
            var members = persons.Where(person => person.Groups.Contains(group.Code)).ToArray();
            var children = members.Count(person => person.IsChild);
            yield return new GroupFigure(place.Level, place.Code, group.Code, group.Name, members.Length, children, members.Length - children, 1);
        }
    }

    private static IEnumerable<DistrictUnderFives> Districts(
        List<(string Level, string Code)> places, Dictionary<(string Level, string Code), Person[]> inPlace) => places
        .Where(place => place.Level is "district" or "unknown" or "outside")
        .Select(place => new DistrictUnderFives(place.Code, place.Code, inPlace[place].Count(person => person.IsUnderFive && person.Groups.Length > 2), 1));

    private static IEnumerable<GroupUnderFives> UnderFives((string Level, string Code) place, Person[] persons, Profile profile) =>
        profile.PriorityGroups.Select(group => new GroupUnderFives(
            place.Level,
            place.Code,
            group.Code,
            group.Name,
            persons.Count(person => person.IsUnderFive && person.Groups.Length > 2 && person.Groups.Contains(group.Code)),
            1));

    private static IEnumerable<CombinationFigure> Sets((string Level, string Code) place, IEnumerable<string[]> sets, bool all)
    {
        var counted = sets.GroupBy(set => string.Join('|', set)).Select(set => (Groups: set.Key.Split('|'), Children: set.Count())).OrderByDescending(set => set.Children).ToArray();
        foreach (var (groups, children) in counted)
        {
            var rank = 1 + counted.Count(other => other.Children > children);
            if (all || rank <= 5)
                yield return new CombinationFigure(place.Level, place.Code, groups, children, rank);
        }
    }

    private static IEnumerable<string[]> Triples(Person person)
    {
        var groups = person.Groups;
        for (var first = 0; first < groups.Length; first++)
            for (var second = first + 1; second < groups.Length; second++)
                for (var third = second + 1; third < groups.Length; third++)
                    yield return [groups[first], groups[second], groups[third]];
    }

    private static MeaningfulReachFigure Reach((string Level, string Code) place, Person[] persons)
    {
        var contacts = persons.Sum(person => person.Contacts);
        var ascertained = persons.Where(person => person.IsAscertained).Sum(person => person.Contacts);
        return new MeaningfulReachFigure(place.Level, place.Code, contacts, ascertained, contacts == 0 ? null : 100.0 * ascertained / contacts);
    }

    private static IEnumerable<ChangeFigure> Change(WeeklyReport report, WeeklyReport previous)
    {
        var before = previous.Groups.ToDictionary(row => (row.Level, row.Code, row.Group), row => row.Memberships);
        return report.Groups.Select(row => (row, Before: before[(row.Level, row.Code, row.Group)]))
            .Select(pair => new ChangeFigure(pair.row.Level, pair.row.Code, pair.row.Group, pair.row.Memberships, pair.Before, pair.row.Memberships - pair.Before));
    }

    private sealed record Person(
        string District, string Quadrant, string Team, bool IsChild, bool IsUnderFive, string[] Groups, int Contacts, bool IsAscertained)
    {
        public bool IsIn((string Level, string Code) place) => place.Level switch
        {
            "area" => Quadrant.Length > 0,
            "quadrant" => Quadrant == place.Code,
            "team" => Quadrant.Length > 0 && Team == place.Code,
            _ => District == place.Code,
        };
    }
}
