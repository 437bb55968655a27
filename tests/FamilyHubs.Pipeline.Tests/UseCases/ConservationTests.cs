using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Tests.Extracts;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Every row is in the lake, in quarantine or a counted duplicate, and the order of arrival does not matter (quality.md 2).</summary>
public sealed class ConservationTests
{
    private const int Series = 500;

    [Fact]
    public Task Ingest_AnySeriesOfBatches_LosesNoRowAndEndsAsTheRulesSay() =>
        Parallel.ForAsync(0, Series, async (seed, _) => await CheckAsync(seed));

    private static async Task CheckAsync(int seed)
    {
        var world = new IngestWorld();
        var series = new RandomBatches(seed);
        foreach (var batch in series.Sent)
        {
            await world.IngestAsync(batch);
            world.Time.Advance(TimeSpan.FromHours(1));
        }

        var which = $"Series {seed}";
        var entries = await world.Ledger.ListAsync(IngestWorld.Area, default);
        Assert.True(entries.All(e => e.State == ExtractState.Done), $"{which}: {string.Join("; ", entries.Select(e => $"{e.Extract} {e.State} {e.Reason}"))}");
        var quarantined = await world.Quarantine.ListAsync(IngestWorld.Area, extract: null, default);
        foreach (var table in entries.SelectMany(e => e.Tables.Select(t => (e.Extract, Counts: t))))
        {
            var expected = series.Counts[(table.Extract, table.Counts.Table)];
            var counts = table.Counts;
            Assert.True(
                (counts.Rows, counts.Refused, counts.Duplicates) == (expected.Rows, expected.Refused, expected.Duplicates)
                && counts.Rows == counts.Kept + counts.Refused
                && counts.Inserted + counts.Updated + counts.Unchanged == expected.Written
                && quarantined.Count(q => q.Extract == table.Extract && q.Table == counts.Table) == counts.Refused,
                $"{which}: {table.Extract} has {counts}, expected {expected}.");
        }

        AssertRows(which, series.Patients, await world.RowsAsync("SRPatient"), "Gender");
        AssertRows(which, series.Groups, await world.RowsAsync("SRPatientGroups"), "Name");
        Assert.Empty(world.Blobs.Contents(Containers.Landing));
        await AssertNothingChangesAsync(which, world, series);
    }

    private static async Task AssertNothingChangesAsync(string which, IngestWorld world, RandomBatches series)
    {
        var before = await world.DescribeAsync();
        foreach (var batch in series.InOrder)
        {
            await world.IngestAsync(batch);
        }

        Assert.True(before == await world.DescribeAsync(), $"{which}: the same batches again have changed something.");
    }

    private static void AssertRows(string which, IEnumerable<string> expected, IReadOnlyList<string> rows, string column)
    {
        var actual = rows.Select(row =>
        {
            var cells = row.Split(RowsSink.Separator).Select(c => c.Split('=', 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);
            return $"{cells["RowIdentifier"]}/{cells["IDOrganisationVisibleTo"]}/{cells[column]}";
        });
        var (left, right) = (string.Join(' ', expected), string.Join(' ', actual.Order(StringComparer.Ordinal)));
        Assert.True(left == right, $"{which}: expected {left}, found {right}.");
    }
}
