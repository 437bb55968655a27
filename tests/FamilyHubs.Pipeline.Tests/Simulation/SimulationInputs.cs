using System.Globalization;
using System.Text;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>
/// What senders send to a small area over some weeks, by a seed: a full extract, deltas and full copies after it with people who come, change and leave,
/// a return and its correction, reference files, and now and then a row that cannot be read, a row twice, a batch sent again, the same content under another
/// name, a batch that is broken and then sent whole.
/// </summary>
internal sealed class SimulationInputs
{
    public const string Area = "essex";

    private const string PatientHeader = "RowIdentifier,IDOrganisationVisibleTo,NHSNumber,DateBirth,Gender";
    private const string GroupHeader = "RowIdentifier,IDOrganisationVisibleTo,DateEventRecorded,DateEvent,Name,IDPatient";
    private const string AddressHeader = "RowIdentifier,IDOrganisationVisibleTo,DateEventRecorded,DateEvent,FullPostCode,AddressType,IDPatient";

    /// <summary>Mondays: before the clock goes forward and back, a 53rd week, a leap day, and no such day.</summary>
    private static readonly DateTime[] Beginnings = [new(2019, 3, 18), new(2019, 10, 14), new(2020, 12, 21), new(2020, 2, 17), new(2019, 5, 6)];

    private static readonly string[] Groups = ["Looked After Child", "Young Carers Register", "Armed Forces Family"];
    private static readonly string[] Postcodes = ["CO1 1AA", "CO1 1AB", "CO15 1AA", "ZZ1 1ZZ"];
    private static readonly string[] Numbers = ["9990000018", "9990000026", "9990000034", "9990000042"];

    private readonly Random _random;
    private readonly SortedDictionary<int, (string Patient, string Group, string Address)> _people = [];
    private readonly Dictionary<(string Extract, string Table), SimulatedCounts> _counts = [];
    private readonly Dictionary<string, SimulatedFile> _last = new(StringComparer.Ordinal);
    private int _next = 1;

    /// <param name="seed">Decides everything.</param>
    /// <param name="weeks">Mornings on which files come, a week apart.</param>
    public SimulationInputs(int seed, int weeks)
    {
        _random = new Random(seed);
        var beginning = Beginnings[seed % Beginnings.Length];
        List<SimulatedStage> stages = [];
        for (var week = 0; week < weeks; week++)
        {
            var day = beginning.AddDays(7 * week);
            List<SimulatedFile> files = week == 0 ? [Reference(first: true), Recipients()] : [.. Extras(week, stages)];
            files.AddRange(Batch(day, week));
            stages.Add(new SimulatedStage(new DateTimeOffset(day.AddHours(7), TimeSpan.Zero), files));
        }

        Stages = stages;
        foreach (var file in stages.SelectMany(stage => stage.Files))
        {
            _last[file.Path] = file;
        }
    }

    public IReadOnlyList<SimulatedStage> Stages { get; }

    /// <summary>What each table of each batch holds.</summary>
    public IReadOnlyDictionary<(string Extract, string Table), SimulatedCounts> Counts => _counts;

    /// <summary>The last copy of each file.</summary>
    public IReadOnlyDictionary<string, SimulatedFile> Last => _last;

    private IEnumerable<SimulatedFile> Extras(int week, List<SimulatedStage> stages)
    {
        if (_random.Next(2) == 0)
        {
            yield return Text($"returns/caf-2019-{week:00}.csv", $"Month,Team,Level,Role,Count,ConsentRefused\r\n2019-{week:00},A,2,lead,{_random.Next(9)},0\r\n2019-{week:00},B,2,lead,{(_random.Next(2) == 0 ? "five" : "5")},0\r\n");
            if (_random.Next(2) == 0)
            {
                yield return Text($"returns/caf-2019-{week:00}.csv", $"Month,Team,Level,Role,Count,ConsentRefused\r\n2019-{week:00},A,2,lead,{_random.Next(9)},0\r\n");
            }
        }

        if (_random.Next(4) == 0)
        {
            yield return Reference(first: false);
        }

        if (_random.Next(3) == 0)
        {
            // The batch of the week before again, as a sender does who saw no answer.
            foreach (var file in stages[^1].Files.Where(file => file.Extract.Length == 13 && !file.Path.Contains("part", StringComparison.Ordinal)))
            {
                yield return file;
            }
        }
    }

    private IEnumerable<SimulatedFile> Batch(DateTime day, int week)
    {
        var isDelta = week > 0 && _random.Next(4) > 0;
        var extract = Stamp(day);
        var tables = new[]
        {
            new SimulatedTable("SRPatient", PatientHeader, isDelta),
            new SimulatedTable("SRPatientAddressHistory", AddressHeader, isDelta),
            new SimulatedTable("SRPatientGroups", GroupHeader, isDelta),
        };
        Fill(tables, day, isDelta, week);
        var manifest = new StringBuilder("FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\n");
        foreach (var table in tables)
        {
            manifest.Append(CultureInfo.InvariantCulture, $"{table.Name},{(isDelta ? "Y" : "N")},N,{(isDelta ? Stamp(day.AddDays(-7)) : string.Empty)},{extract}\r\n");
            _counts[(extract, table.Name)] = table.Counts;
        }

        var last = Text($"{extract}/SRManifest.csv", manifest.ToString());
        SimulatedFile[] files = [.. tables.Select(table => new SimulatedFile($"{extract}/{table.Name}.csv", table.Content))];

        // A batch without one of its files is refused; then the sender sends all of it.
        return _random.Next(5) == 0 ? [.. files[1..], last, .. files, last] : [.. files, last];
    }

    private void Fill(SimulatedTable[] tables, DateTime day, bool isDelta, int week)
    {
        var (patients, addresses, groups) = (tables[0], tables[1], tables[2]);
        HashSet<int> changed = [];
        for (var born = _random.Next(week == 0 ? 5 : 1, week == 0 ? 9 : 4); born > 0; born--)
        {
            changed.Add(Come(day));
        }

        foreach (var id in _people.Keys.Where(_ => week > 0 && _random.Next(4) == 0).ToArray())
        {
            _people[id] = _people[id] with { Group = Member(id, day) };
            changed.Add(id);
        }

        if (isDelta && _random.Next(2) == 0)
        {
            // A person of the first days leaves, and with the person all that is known of them.
            var leaver = _people.Keys.ElementAt(_random.Next(_people.Count));
            if (!changed.Contains(leaver))
            {
                _people.Remove(leaver);
                patients.Remove(leaver);
            }
        }

        foreach (var (id, person) in _people.Where(person => !isDelta || changed.Contains(person.Key)))
        {
            patients.Add(id, person.Patient);
            addresses.Add(id + 1000, person.Address);
            groups.Add(id + 2000, person.Group);
            if (_random.Next(12) == 0)
            {
                groups.Add(id + 2000, person.Group);
            }
        }

        if (_random.Next(3) == 0)
        {
            patients.AddBad(900 + week, ",31 Feb 2018 00:00,F");
        }

        if (_random.Next(3) == 0)
        {
            groups.AddBad(2900 + week, $"{When(day)},never,{Groups[0]},1");
        }
    }

    private int Come(DateTime day)
    {
        var id = _next++;
        var born = day.AddDays(-_random.Next(20, id % 3 == 0 ? 12_000 : 2_500));
        _people[id] = (
            $"{(id <= Numbers.Length ? Numbers[id - 1] : string.Empty)},{born.ToString("dd MMM yyyy HH:mm", CultureInfo.InvariantCulture)},{"FM"[_random.Next(2)]}",
            Member(id, day),
            $"{When(day)},{When(day.AddDays(-_random.Next(10)))},{Postcodes[id < Postcodes.Length ? id - 1 : _random.Next(Postcodes.Length)]},Home,{id}");
        return id;
    }

    private string Member(int id, DateTime day) => $"{When(day)},{When(day.AddDays(-_random.Next(20)))},{Groups[_random.Next(Groups.Length)]},{id}";

    private static SimulatedFile Reference(bool first) => Text(
        "reference/postcodes.csv",
        $"Postcode,District,Lsoa,ImdQuintile\r\nCO1 1AA,E07000071,E01021500,3\r\nCO1 1AB,E07000071,E01021501,{(first ? "three" : "4")}\r\nCO15 1AA,E07000076,E01021502,1\r\n"
        + (first ? string.Empty : "ZZ1 1ZZ,E06000036,E01021503,2\r\n"));

    private static SimulatedFile Recipients() => Text(
        "reference/recipients.csv",
        "Email,Name,Roles,AreaCodes,Reports\r\none@example.org,One,manager,E07000071,weekly;monthly\r\ntwo@example.org,Two,commissioner;operations,E10000012,monthly;alert\r\n");

    private static SimulatedFile Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static string When(DateTime day) => day.ToString("dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Stamp(DateTime day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "_0215";
}
