using System.Globalization;
using System.Text;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing.Snapshots;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases.Snapshots;

public sealed class PublishSnapshotTests
{
    private static readonly Month March = Month.Parse(SnapshotWorld.March);

    [Fact]
    public async Task Publish_FirstTime_WritesEveryFileAndOurReaderFindsWhatTheManifestSays()
    {
        using var world = await SnapshotWorld.CreateAsync();
        await world.FiguresAsync(world.Area().Report(March), "run-a");

        var outcome = await world.PublishAsync();

        Assert.Equal((SnapshotState.Published, 1, null), (outcome.State, outcome.Manifest!.Revision, outcome.Manifest.SupersededRevision));
        Assert.Equal(1, world.Visible());
        Assert.Equal(["kpis", "outcomes", "priority_groups", "indicators", "caseload", "data_quality"], outcome.Manifest.Tables.Select(table => table.Name));
        Assert.Equal(("20190401_0200", "run-a", "threshold5", 5), (outcome.Manifest.Extract, outcome.Manifest.Run, outcome.Manifest.Disclosure.Rule, outcome.Manifest.Disclosure.Threshold));
        Assert.Empty(outcome.Manifest.Changes);
        foreach (var table in outcome.Manifest.Tables)
        {
            var schema = new TableSchema(table.Name, table.Columns.Select(column => new ColumnDefinition(column.Name, column.Type)), []);
            using var file = new MemoryStream(world.File(1, $"{table.Name}.parquet").ToArray());
            var rows = 0;
            Dictionary<string, double> sums = [];
            await foreach (var set in world.Pipeline.Get<IColumnFiles>().ReadAsync(file, schema, default))
            {
                rows += set.RowCount;
                foreach (var column in set.Columns.Where(column => column is ValueColumn<long> or ValueColumn<double>))
                {
                    for (var row = 0; row < set.RowCount; row++)
                    {
                        sums[column.Name] = sums.GetValueOrDefault(column.Name) + (column is ValueColumn<long> whole ? whole[row] ?? 0 : ((ValueColumn<double>)column)[row] ?? 0);
                    }
                }
            }

            Assert.Equal(table.Rows, rows);
            Assert.All(table.Sums, sum => Assert.Equal(sum.Value, sums.GetValueOrDefault(sum.Key)));
            Assert.Equal(table.Name is "indicators" ? 0 : 1, Math.Min(1, table.Rows));
        }
    }

    [Fact]
    public async Task Publish_SameFiguresAgain_ChangesNothing()
    {
        using var world = await SnapshotWorld.CreateAsync();
        var report = world.Area().Report(March);
        await world.FiguresAsync(report, "run-a");
        await world.PublishAsync();
        var before = world.Describe();

        Assert.Equal(SnapshotState.Unchanged, (await world.PublishAsync()).State);

        // The same figures from a later extract, too, are no news.
        await world.FiguresAsync(report with { Extract = "20190402_0200" }, "run-b");
        Assert.Equal(SnapshotState.Unchanged, (await world.PublishAsync()).State);
        Assert.Equal(before, world.Describe());
    }

    [Fact]
    public async Task Publish_LateData_MakesASecondRevisionThatSaysWhatChanged()
    {
        using var world = await SnapshotWorld.CreateAsync();
        var area = world.Area(20000);
        await world.FiguresAsync(area.Report(March), "run-a");
        await world.PublishAsync();
        var first = world.Manifest(1).Files.ToDictionary(file => file.Name, file => file.Sha256);
        area.Late(300);
        await world.FiguresAsync(area.Report(March), "run-b");

        var outcome = await world.PublishAsync();

        Assert.Equal((SnapshotState.Published, 2, 1), (outcome.State, outcome.Manifest!.Revision, outcome.Manifest.SupersededRevision));
        Assert.Equal(2, world.Visible());
        Assert.Equal(first, world.Manifest(1).Files.ToDictionary(file => file.Name, file => file.Sha256));
        var (before, after) = (Kpis(world, 1), Kpis(world, 2));
        var change = outcome.Manifest.Changes.First(change => change is { Table: "kpis", Column: "numerator", Before: not null, After: not null });
        Assert.Equal(change.Before, before[KeyOf(change)]);
        Assert.Equal(change.After, after[KeyOf(change)]);
        Assert.Equal(double.Parse(change.After!, CultureInfo.InvariantCulture) - double.Parse(change.Before!, CultureInfo.InvariantCulture), change.Difference);

        // All that differs in the files is listed, and nothing else.
        var differing = after.Where(row => row.Value != before.GetValueOrDefault(row.Key)).Select(row => row.Key).Order(StringComparer.Ordinal);
        Assert.Equal(differing, outcome.Manifest.Changes.Where(one => one is { Table: "kpis", Column: "numerator" }).Select(KeyOf).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(outcome.Manifest.Changes, one => one.Before is null && one.After is null);
        Assert.DoesNotContain(outcome.Manifest.Changes, one => one.Table == "priority_groups");
    }

    [Fact]
    public async Task Publish_NoFigures_IsRefusedWithTheRemedy()
    {
        using var world = await SnapshotWorld.CreateAsync();

        var outcome = await world.PublishAsync();

        Assert.Equal(SnapshotState.Refused, outcome.State);
        Assert.Contains("familyhubs monthly --area essex --month 2019-03", outcome.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_FiguresThatContradictEachOther_AreRefusedAndNothingIsWritten()
    {
        using var world = await SnapshotWorld.CreateAsync();
        var report = world.Area().Report(March);
        await world.FiguresAsync(report with { Kpis = [report.Kpis[0] with { Numerator = 0, NearMiss = 0, Denominator = 1 }, .. report.Kpis.Skip(1)] }, "run-a");

        var outcome = await world.PublishAsync();

        Assert.Equal(SnapshotState.Refused, outcome.State);
        Assert.Contains("disclosure check", outcome.Refusal, StringComparison.Ordinal);
        Assert.Empty(world.Describe());
    }

    [Fact]
    public async Task Publish_RevisionThatWasCutOff_IsFinishedBeforeANewerOne()
    {
        using var world = await SnapshotWorld.CreateAsync();
        var area = world.Area(10000);
        await world.FiguresAsync(area.Report(March), "run-a");
        var draft = await world.Pipeline.Get<DraftSnapshot>().RunAsync(
            world.Profile, (await world.Pipeline.Get<RunLedger>().FindAsync("essex", "run-a", default))!, area.Report(March), before: null, default);
        await world.Pipeline.Get<SnapshotDrafts>().WriteAsync(draft, default);
        area.Late(200);
        await world.FiguresAsync(area.Report(March), "run-b");

        var outcome = await world.PublishAsync();

        Assert.Equal(2, outcome.Manifest!.Revision);
        Assert.Equal(["run-a", "run-b"], new[] { world.Manifest(1).Run, world.Manifest(2).Run });
        Assert.Equal(2, world.Visible());
    }

    [Fact]
    public async Task Publish_SmallCountsAndLists_AreInNoFile()
    {
        using var world = await SnapshotWorld.CreateAsync();
        var report = world.Area(3000).Report(March) with
        {
            Practitioners = [new PractitionerFigure("77123456", "OM01", 9, 9, 0, 0, 0)],
            Families = [new FamilyInNeed("88123456", "Q", [], 1, [], [], null, [])],
        };
        await world.FiguresAsync(report, "run-a");
        await world.PublishAsync();

        Assert.All(world.Pipeline.Blobs.Contents(Containers.Snapshots), blob =>
        {
            var text = Encoding.UTF8.GetString(blob.Value.Span);
            Assert.DoesNotContain("77123456", text, StringComparison.Ordinal);
            Assert.DoesNotContain("88123456", text, StringComparison.Ordinal);
        });
        Assert.All(Kpis(world, 1).Values, count => Assert.DoesNotContain(count, new[] { "1", "2", "3", "4" }));
    }

    [Fact]
    public async Task Publish_NamesThatAreFormulas_AreInertAndNumbersStayNumbers()
    {
        using var world = await SnapshotWorld.CreateAsync();
        var report = world.Area(20000).Report(March);
        await world.FiguresAsync(report with { Kpis = [.. report.Kpis.Select(row => row.Level == "team" ? row with { Name = "=HYPERLINK(\"http://x\")" } : row)] }, "run-a");
        await world.PublishAsync();

        var bytes = world.File(1, "kpis.csv").ToArray();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).TrimEnd().Split("\r\n");
        var team = lines.First(line => line.Contains("\"team\"", StringComparison.Ordinal));
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", team, StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains(",\"=", StringComparison.Ordinal) || line.Contains(",=", StringComparison.Ordinal));
        var headings = lines[0].Split(',').Select(cell => cell.Trim('"')).ToArray();
        var areaRow = lines.First(line => line.Contains("\"area\"", StringComparison.Ordinal)).Split(',');
        Assert.True(long.TryParse(areaRow[Array.IndexOf(headings, "denominator")], NumberStyles.None, CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public async Task Publish_NoWeeklyReport_KeepsThePriorityGroupsOfTheFirstRevision()
    {
        using var world = await SnapshotWorld.CreateAsync();
        var area = world.Area(10000);
        await world.FiguresAsync(area.Report(March), "run-a");
        var first = (await world.PublishAsync()).Manifest!;
        area.Late(200);
        await world.FiguresAsync(area.Report(March), "run-b");

        var second = (await world.PublishAsync()).Manifest!;

        Assert.Equal(first.Files.Single(file => file.Name == "priority_groups.csv"), second.Files.Single(file => file.Name == "priority_groups.csv"));
    }

    [Fact]
    public async Task RunDue_MonthsWithNewFigures_GetTheirSnapshotOnce()
    {
        using var world = await SnapshotWorld.CreateAsync();
        var area = world.Area();
        await world.FiguresAsync(area.Report(March), "run-a");
        var due = world.Pipeline.Get<RunDueSnapshots>();

        await due.RunAsync(default);
        await due.RunAsync(default);

        Assert.Equal(1, world.Visible());
        area.Late(100);
        await world.FiguresAsync(area.Report(March), "run-b");
        await due.RunAsync(default);
        Assert.Equal(2, world.Visible());
    }

    internal static Dictionary<string, string> Kpis(SnapshotWorld world, int revision)
    {
        var lines = Encoding.UTF8.GetString(world.File(revision, "kpis.csv").Span[3..]).TrimEnd().Split("\r\n");
        var headings = lines[0].Split(',').Select(cell => cell.Trim('"')).ToArray();
        return lines.Skip(1).Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray()).ToDictionary(
            row => string.Join('|', new[] { "level", "code", "kpi", "period" }.Select(name => row[Array.IndexOf(headings, name)])),
            row => row[Array.IndexOf(headings, "numerator")]);
    }

    private static string KeyOf(SnapshotChange change) => string.Join('|', new[] { "level", "code", "kpi", "period" }.Select(name => change.Key[name]));
}
