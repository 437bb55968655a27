using System.Globalization;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>
/// A random series of batches of two organisations, and what a naive reader of the rules (extracts.md 2 and 3) makes of it: full copies and deltas,
/// rows repeated, refused and removed, patients who leave, files sent again, and a delta that comes before its predecessor.
/// </summary>
internal sealed class RandomBatches
{
    private static readonly string[] Organisations = ["ORG1", "ORG2"];
    private static readonly DateTime Start = new(2019, 1, 7, 2, 15, 0);

    private readonly Random _random;
    private readonly Dictionary<(long Id, string Organisation), string> _patients = [];
    private readonly Dictionary<(long Id, string Organisation), (string Text, long Patient)> _groups = [];

    public RandomBatches(int seed)
    {
        _random = new Random(seed);
        List<LandedBatch> batches = [];
        var count = _random.Next(2, 7);
        for (var i = 0; i < count; i++)
        {
            batches.Add(Make(i, isDelta: i > 0 && _random.Next(3) > 0));
        }

        InOrder = batches;
        Sent = [.. batches];
        if (count > 2 && LastIsDelta && PreviousIsDelta)
        {
            // The last arrives before the one it follows, and waits for it.
            (Sent[^1], Sent[^2]) = (Sent[^2], Sent[^1]);
        }

        if (_random.Next(2) == 0)
        {
            Sent.Insert(_random.Next(2, Sent.Count + 1), batches[0]);
        }
    }

    public IReadOnlyList<LandedBatch> InOrder { get; }

    /// <summary>The batches as they come, one perhaps twice.</summary>
    public List<LandedBatch> Sent { get; }

    /// <summary>Expected counts by batch and table.</summary>
    public Dictionary<(string Extract, string Table), ExpectedCounts> Counts { get; } = [];

    public IEnumerable<string> Patients => _patients.Select(p => $"{p.Key.Id}/{p.Key.Organisation}/{p.Value}").Order(StringComparer.Ordinal);

    public IEnumerable<string> Groups => _groups.Select(p => $"{p.Key.Id}/{p.Key.Organisation}/{p.Value.Text}").Order(StringComparer.Ordinal);

    private bool LastIsDelta { get; set; }

    private bool PreviousIsDelta { get; set; }

    private LandedBatch Make(int number, bool isDelta)
    {
        (PreviousIsDelta, LastIsDelta) = (LastIsDelta, isDelta);
        var extract = Stamp(number);
        var known = _patients.Keys.ToHashSet();
        var patients = Rows(number, isDelta, 40, extract, "SRPatient");
        var groups = Rows(number, isDelta, 60, extract, "SRPatientGroups");
        var left = Apply(_patients, patients, isDelta, r => r.Text);
        Apply(_groups, groups, isDelta, r => (r.Text, r.Patient));
        foreach (var gone in _groups.Where(g => left.Contains((g.Value.Patient, g.Key.Organisation)) && known.Contains((g.Value.Patient, g.Key.Organisation))).ToArray())
        {
            _groups.Remove(gone.Key);
        }

        var last = isDelta ? ",RemovedData" : string.Empty;
        return new LandedBatch(extract, isDelta ? Stamp(number - 1) : null)
            .With("SRPatient", SmallBatches.PatientHeader + last, patients.Select(r => Patient(r, isDelta)))
            .With("SRPatientGroups", SmallBatches.GroupHeader + last, groups.Select(r => Group(r, isDelta)));
    }

    private List<Row> Rows(int number, bool isDelta, int most, string extract, string table)
    {
        // The first copy knows both organisations, and no copy shrinks so much that it would be held.
        List<Row> rows = number == 0 ? [new(1, "ORG1", "A", 1, false, false), new(1, "ORG2", "A", 1, false, false)] : [];
        for (var i = _random.Next(0, 9); i > 0; i--)
        {
            rows.Add(new Row(
                _random.Next(1, most / 5), Organisations[_random.Next(2)], "ABCD"[_random.Next(4)].ToString(), _random.Next(1, 9),
                isDelta && _random.Next(4) == 0, _random.Next(8) == 0));
        }

        var accepted = rows.Where(r => !r.IsBad).ToArray();
        var latest = accepted.GroupBy(r => (r.Id, r.Organisation)).Select(g => g.Last()).ToArray();
        Counts[(extract, table)] = new ExpectedCounts(rows.Count, rows.Count - accepted.Length, accepted.Length - latest.Length, latest.Count(r => !r.IsRemoved));
        return rows;
    }

    /// <summary>Merges rows; gives the keys whose last row removes them.</summary>
    private static HashSet<(long Id, string Organisation)> Apply<T>(
        Dictionary<(long Id, string Organisation), T> table, List<Row> rows, bool isDelta, Func<Row, T> value)
    {
        var accepted = rows.Where(r => !r.IsBad).ToArray();
        foreach (var key in table.Keys.Where(k => !isDelta && accepted.Any(r => r.Organisation == k.Organisation)).ToArray())
        {
            table.Remove(key);
        }

        HashSet<(long, string)> removed = [];
        foreach (var row in accepted)
        {
            var key = (row.Id, row.Organisation);
            if (row.IsRemoved)
            {
                table.Remove(key);
                removed.Add(key);
            }
            else
            {
                table[key] = value(row);
                removed.Remove(key);
            }
        }

        return removed;
    }

    private static string Patient(Row row, bool isDelta)
    {
        // A refused row has a date that is none; a removal has only its key.
        var cells = row.IsBad ? ",31 Feb 2018 00:00,A" : row.IsRemoved ? ",," : $",01 Jan 2018 00:00,{row.Text}";
        return $"{row.Id},{row.Organisation},{cells}{Ending(row, isDelta)}";
    }

    private static string Group(Row row, bool isDelta)
    {
        var cells = row.IsBad ? $",never,A,{row.Patient}" : row.IsRemoved ? ",,," : $",01 Jan 2019 10:00:00,{row.Text},{row.Patient}";
        return $"{row.Id},{row.Organisation},{cells}{Ending(row, isDelta)}";
    }

    private static string Ending(Row row, bool isDelta) => !isDelta ? string.Empty : row.IsRemoved ? ",1" : ",0";

    private static string Stamp(int number) => Start.AddDays(7 * number).ToString("yyyyMMdd_HHmm", CultureInfo.InvariantCulture);

    /// <param name="Rows">Records of the file.</param>
    /// <param name="Refused">Of these refused.</param>
    /// <param name="Duplicates">Accepted ones that a later row of the same key replaces.</param>
    /// <param name="Written">Keys whose last row is not a removal.</param>
    public sealed record ExpectedCounts(long Rows, long Refused, long Duplicates, long Written);

    private sealed record Row(long Id, string Organisation, string Text, long Patient, bool IsRemoved, bool IsBad);
}
