using System.Diagnostics.Metrics;

namespace FamilyHubs.Pipeline.Telemetry;

/// <summary>
/// What the product counts and times: the meter <c>FamilyHubs.Pipeline</c>, with names and units as OpenTelemetry writes them (docs/events.md, Measures).
/// Tags say area, kind and outcome, never who or what.
/// </summary>
public static class PipelineMetrics
{
    public const string MeterName = "FamilyHubs.Pipeline";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Batches = Meter.CreateCounter<long>(
        "familyhubs.ingest.batches", "{batch}", "Batches and files dealt with, by what became of them.");

    private static readonly Counter<long> Rows = Meter.CreateCounter<long>(
        "familyhubs.ingest.rows", "{row}", "Rows of committed batches and files, kept or refused.");

    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>(
        "familyhubs.work.duration", "s", "How long an ingest, a report or a sweep took.");

    private static readonly Counter<long> Reports = Meter.CreateCounter<long>(
        "familyhubs.reports", "{report}", "Reports published or refused.");

    private static readonly Counter<long> Mails = Meter.CreateCounter<long>(
        "familyhubs.mails", "{mail}", "Mails by their state after they were handed over.");

    private static readonly Counter<long> Pages = Meter.CreateCounter<long>(
        "familyhubs.pages", "{page}", "Pages opened or refused.");

    /// <summary>A batch or file has reached a state.</summary>
    /// <param name="state">State of the ledger, e.g. <c>Done</c>.</param>
    public static void BatchSettled(string area, string state) => Batches.Add(1, new("area", area), new("state", state));

    /// <summary>Rows of a committed batch or file. Refused ones are not among the kept.</summary>
    public static void RowsIngested(string area, long kept, long refused)
    {
        Rows.Add(kept, new("area", area), new("outcome", "kept"));
        Rows.Add(refused, new("area", area), new("outcome", "refused"));
    }

    /// <param name="work">Name of the activity, e.g. <c>ingest</c>.</param>
    public static void WorkTook(string work, TimeSpan elapsed) => Durations.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("work", work));

    /// <param name="report"><c>weekly</c> or <c>monthly</c>.</param>
    /// <param name="outcome"><c>published</c>, or why not.</param>
    public static void ReportSettled(string area, string report, string outcome) =>
        Reports.Add(1, new("area", area), new("report", report), new("outcome", outcome));

    /// <param name="state">State of the ledger, e.g. <c>Accepted</c>.</param>
    public static void MailSettled(string report, string state) => Mails.Add(1, new("report", report), new("state", state));

    /// <param name="page"><c>weekly</c>, <c>index</c> and so on.</param>
    /// <param name="outcome"><c>opened</c> or <c>refused</c>.</param>
    public static void PageAnswered(string page, string outcome) => Pages.Add(1, new("page", page), new("outcome", outcome));
}
