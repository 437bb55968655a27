using System.Diagnostics;

namespace FamilyHubs.Pipeline.Telemetry;

/// <summary>
/// One piece of work, as a trace (source <c>FamilyHubs.Pipeline</c>) and as a duration; ends when it is disposed. Names: <c>ingest</c>,
/// <c>ingest-file</c>, <c>weekly-report</c>, <c>monthly-report</c>, <c>mail</c>, <c>sweep</c> (docs/events.md, Traces).
/// </summary>
public sealed class PipelineActivity : IDisposable
{
    public const string SourceName = "FamilyHubs.Pipeline";

    private static readonly ActivitySource Source = new(SourceName);

    private readonly Activity? _activity;
    private readonly string _work;
    private readonly long _start = Stopwatch.GetTimestamp();

    private PipelineActivity(Activity? activity, string work) => (_activity, _work) = (activity, work);

    /// <param name="work">Name of the work.</param>
    /// <param name="area">Area; null for all.</param>
    /// <param name="period">Extract, week or month; null when there is none.</param>
    public static PipelineActivity Start(string work, string? area = null, string? period = null)
    {
        var activity = Source.StartActivity(work);
        activity?.SetTag("area", area);
        activity?.SetTag("period", period);
        return new PipelineActivity(activity, work);
    }

    public void Dispose()
    {
        _activity?.Dispose();
        PipelineMetrics.WorkTook(_work, Stopwatch.GetElapsedTime(_start));
    }
}
