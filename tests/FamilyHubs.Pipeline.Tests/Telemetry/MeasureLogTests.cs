using System.Globalization;
using FamilyHubs.Pipeline.Telemetry;

namespace FamilyHubs.Pipeline.Tests.Telemetry;

public sealed class MeasureLogTests
{
    // Other tests measure at the same time: each takes an area of its own.
    private readonly string _area = Guid.NewGuid().ToString("N");
    private readonly LinesLogger<MeasureLog> _log = new();

    [Fact]
    public void Flush_Counts_AreSummedByTags()
    {
        using var measures = new MeasureLog(_log);
        PipelineMetrics.RowsIngested(_area, kept: 98, refused: 2);
        PipelineMetrics.RowsIngested(_area, kept: 100, refused: 0);

        measures.Flush();

        Assert.Contains($"familyhubs.ingest.rows 198 {{row}} in 2 times, at most 100 at once: area={_area} outcome=kept", _log.Lines);
        Assert.Contains($"familyhubs.ingest.rows 2 {{row}} in 2 times, at most 2 at once: area={_area} outcome=refused", _log.Lines);
    }

    [Fact]
    public void Flush_Again_SaysNothingTwice()
    {
        using var measures = new MeasureLog(_log);
        PipelineMetrics.BatchSettled(_area, "Done");
        measures.Flush();
        var said = _log.Lines.Count(l => l.Contains(_area, StringComparison.Ordinal));

        measures.Flush();

        Assert.Equal((1, 1), (said, _log.Lines.Count(l => l.Contains(_area, StringComparison.Ordinal))));
    }

    [Fact]
    public void Flush_ParallelMeasures_AreAllCounted()
    {
        using var measures = new MeasureLog(_log);
        Parallel.For(0, 1000, i =>
        {
            PipelineMetrics.BatchSettled(_area, "Done");
            if (i % 100 == 0)
            {
                measures.Flush();
            }
        });
        measures.Flush();

        Assert.Equal(1000, _log.Lines.Where(l => l.Contains(_area, StringComparison.Ordinal)).Sum(l => int.Parse(l.Split(' ')[1], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Activity_Disposed_LeavesADuration()
    {
        using var measures = new MeasureLog(_log);
        using (PipelineActivity.Start(_area))
        {
        }

        measures.Flush();

        Assert.Contains(_log.Lines, l => l.StartsWith("familyhubs.work.duration ", StringComparison.Ordinal) && l.EndsWith($"work={_area}", StringComparison.Ordinal));
    }
}
