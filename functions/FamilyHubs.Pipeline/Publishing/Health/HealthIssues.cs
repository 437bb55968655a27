using System.Globalization;
using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.Publishing.Health;

/// <summary>What is wrong with an area, most urgent first, each with the section of the runbook.</summary>
internal static class HealthIssues
{
    public static IReadOnlyList<HealthIssue> Of(AreaHealth health) =>
    [
        .. Late(health.Freshness),
        .. health.Extracts.Where(entry => IsCurrent(entry, health.Freshness.Newest)).Select(entry => OfEntry(entry, health.IsIngesting)).OfType<HealthIssue>(),
        .. RefusedRows(health.Freshness.Newest),
        .. health.Due.Select(due => new HealthIssue($"{due.Work} of {due.Period} is due. {due.Waiting}", due.Runbook)),
        .. Runs(health),
        .. health.Mails.Where(mails => mails.Doubtful > 0).Select(mails => new HealthIssue(
            $"Of the {mails.Report} mails of {mails.Period}, {Count(mails.Of(MailingState.Failed))} were refused and of {Count(mails.Of(MailingState.Unknown))} it is unknown whether they were taken.",
            RunbookSections.NoMail)),
    ];

    private static IEnumerable<HealthIssue> Late(FreshnessStatus freshness)
    {
        if (freshness.IsLate)
        {
            yield return new HealthIssue(
                freshness is { Newest: { } newest, AgeHours: { } age }
                    ? string.Create(CultureInfo.InvariantCulture, $"The newest extract, {PlainText.Clean(newest.Extract)}, reaches to {Math.Floor(age)} hours ago, where {freshness.LimitHours} are allowed.")
                    : "No extract has been committed yet.",
                RunbookSections.LateExtract);
        }
    }

    /// <summary>A batch that is older than what is committed has been overtaken: nothing waits for it. Each file stands for itself.</summary>
    private static bool IsCurrent(ExtractEntry entry, ExtractEntry? newest) => !entry.IsBatch || string.CompareOrdinal(entry.Extract, newest?.Extract) >= 0;

    private static HealthIssue? OfEntry(ExtractEntry entry, bool isIngesting)
    {
        var name = PlainText.Clean(entry.Extract);
        var because = entry.Message is { Length: > 0 } message ? $" {PlainText.Clean(message)}" : string.Empty;
        return entry.State switch
        {
            ExtractState.Refused => new HealthIssue($"{name} is refused: nothing of it is in the lake.{because}", RunbookSections.RefusedBatch),
            ExtractState.Held => new HealthIssue($"{name} is held: somebody has to look at it.{because}", RunbookSections.HeldBatch),
            ExtractState.Deferred => new HealthIssue($"{name} waits for an earlier batch.{because}", RunbookSections.Gap),
            ExtractState.Doing when !isIngesting => new HealthIssue($"{name} was cut off. The hourly sweep takes it again.", RunbookSections.CutOff),
            ExtractState.Done when entry.Reason is not null => new HealthIssue($"{name} was sent again with other content, which was not taken.{because}", RunbookSections.RefusedBatch),
            _ => null,
        };
    }

    private static IEnumerable<HealthIssue> RefusedRows(ExtractEntry? newest)
    {
        var refused = newest?.Tables.Sum(table => table.Refused - table.Replayed) ?? 0;
        if (refused > 0)
        {
            yield return new HealthIssue($"{Count(refused)} rows of {PlainText.Clean(newest!.Extract)} are in quarantine.", RunbookSections.RefusedRows);
        }
    }

    /// <summary>Periods whose last run did not end well.</summary>
    private static IEnumerable<HealthIssue> Runs(AreaHealth health) => health.Runs
        .GroupBy(run => (run.Kind, run.Period))
        .Select(runs => runs.First())
        .Where(run => run.State is RunState.Refused)
        .Select(run => new HealthIssue($"The last {run.Kind} run of {run.Period} was refused. {PlainText.Clean(run.Reason)}", RunbookSections.NoReport));

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
