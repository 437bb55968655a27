using System.Globalization;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Health;

/// <summary>The tables of the pages for operations. They hold names of batches, states and counts: no person, no address, no cell.</summary>
internal static class HealthTables
{
    private const string TimeFormat = "d MMM yyyy HH:mm";

    /// <summary>What came in; each row leads to its report.</summary>
    /// <param name="area">Area.</param>
    /// <param name="entries">In the order shown.</param>
    /// <param name="isIngesting">A worker has the area.</param>
    public static DataTable Extracts(string area, IReadOnlyList<ExtractEntry> entries, bool isIngesting) => new(
        "Batches, returns and reference files, the last first",
        [Word("Extract"), Word("State"), Word("Complete up to"), new DataColumn("Rows"), new DataColumn("Refused"), Word("Reason")],
        [.. entries.Select(IReadOnlyList<string> (entry) =>
        [
            PlainText.Clean(entry.Extract), StateOf(entry, isIngesting), entry.DateTo is { } to ? Time(to) : Shown.None,
            Count(entry.Tables.Sum(table => table.Rows)), Count(entry.RefusedRows), PlainText.Clean(entry.Reason, Shown.None),
        ])])
    {
        Links = [.. entries.Select(entry => ReportAddresses.Extract(area, entry.Extract))],
    };

    public static DataTable Freshness(FreshnessStatus freshness) => new(
        "Newest extract",
        [Word("What"), Word("Value")],
        [
            ["Extract", PlainText.Clean(freshness.Newest?.Extract, Shown.None)],
            ["Complete up to", freshness.Newest?.DateTo is { } to ? Time(to) : Shown.None],
            ["Age in hours", freshness.AgeHours is { } age ? Math.Floor(age).ToString(CultureInfo.InvariantCulture) : Shown.None],
            ["Hours allowed", freshness.LimitHours.ToString(CultureInfo.InvariantCulture)],
            ["Extracts are", freshness.State],
        ]);

    public static DataTable Due(IReadOnlyList<DueItem> due) => new(
        "Due by the calendar and not done",
        [Word("Work"), Word("Period"), Word("Due since"), Word("Waits for"), Word("Runbook")],
        [.. due.Select(IReadOnlyList<string> (item) => [item.Work, item.Period, item.Since is { } since ? Time(since) : Shown.None, item.Waiting, item.Runbook])]);

    public static DataTable Runs(string kind, IReadOnlyList<RunEntry> runs) => new(
        $"Last {kind} runs",
        [Word("Run"), Word("Period"), Word("State"), Word("Extract"), Word("Computed"), new DataColumn("Figures"), Word("Reason")],
        [.. runs.Select(IReadOnlyList<string> (run) =>
        [
            run.Id[..Math.Min(run.Id.Length, 8)], run.Period, run.State.ToString().ToLowerInvariant(), PlainText.Clean(run.Extract),
            Time(Periods.London.WallClock(run.ComputedAt)), Count(run.Figures), PlainText.Clean(run.Reason, Shown.None),
        ])]);

    public static DataTable Mails(IReadOnlyList<MailCount> mails) => new(
        "Mails of the last periods",
        [Word("Report"), Word("Period"), new DataColumn("Taken"), new DataColumn("To be sent"), new DataColumn("Being sent"), new DataColumn("Refused"), new DataColumn("Unknown")],
        [.. mails.Select(IReadOnlyList<string> (count) =>
        [
            count.Report, count.Period, Count(count.Of(MailingState.Accepted)), Count(count.Of(MailingState.Pending)), Count(count.Of(MailingState.Sending)),
            Count(count.Of(MailingState.Failed)), Count(count.Of(MailingState.Unknown)),
        ])]);

    public static DataTable Issues(IReadOnlyList<HealthIssue> issues) => new(
        "What is wrong, and the section of docs/runbook.md that says what to do",
        [Word("What"), Word("Section of the runbook")],
        [.. issues.Select(IReadOnlyList<string> (issue) => [issue.What, issue.Runbook])]);

    public static string Time(DateTime wallClock) => wallClock.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static string StateOf(ExtractEntry entry, bool isIngesting) =>
        entry.State == ExtractState.Doing && !isIngesting ? "cut off" : entry.State.ToString().ToLowerInvariant();

    private static DataColumn Word(string heading) => new(heading, Numeric: false);

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
