using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>Uploads and ingests everything of a plan, telling about each.</summary>
internal sealed class IngestRunner(Terminal terminal, Workspace workspace, Profile profile)
{
    private const int FindingsShown = 10;

    private readonly IBlobs _blobs = workspace.Get<IBlobs>();

    /// <summary>Outcomes in the order of the plan. A refusal does not stop the others.</summary>
    public async Task<IReadOnlyList<IngestOutcome>> RunAsync(IngestPlan plan, bool force, CancellationToken cancel)
    {
        List<IngestOutcome> outcomes = [];
        foreach (var (path, file) in plan.References)
        {
            outcomes.Add(await FileAsync(path, file, cancel));
        }

        foreach (var (extract, source) in plan.Batches)
        {
            outcomes.Add(await BatchAsync(extract, source, force, cancel));
        }

        foreach (var (path, file) in plan.Returns)
        {
            outcomes.Add(await FileAsync(path, file, cancel));
        }

        foreach (var (path, file) in plan.Texts)
        {
            await Landing.PutFileAsync(_blobs, profile.Area, path, file, cancel);
            terminal.Line($"{path}: kept for the page of the month; nothing is computed from it.");
        }

        return outcomes;
    }

    private async Task<IngestOutcome> BatchAsync(string extract, string source, bool force, CancellationToken cancel)
    {
        await Landing.PutBatchAsync(_blobs, profile.Area, extract, source, cancel);
        var progress = new ReadProgressLines(terminal, extract);
        var outcome = await workspace.Get<IngestBatch>().RunAsync(profile, extract, force, progress, cancel);
        progress.End();
        Tell(outcome);
        return outcome;
    }

    private async Task<IngestOutcome> FileAsync(string path, string file, CancellationToken cancel)
    {
        await Landing.PutFileAsync(_blobs, profile.Area, path, file, cancel);
        var outcome = await workspace.Get<IngestFile>().RunAsync(profile, path, cancel);
        Tell(outcome);
        return outcome;
    }

    private static string? WhatNow(ExtractState state) => state switch
    {
        ExtractState.Refused => "Nothing of it was committed; it stays in landing until it is sent again or deleted.",
        ExtractState.Deferred => "It waits in landing and is taken by itself once the missing extract has been committed.",
        ExtractState.Held => "Nothing of it was committed; it waits in landing.",
        _ => null,
    };

    private void Tell(IngestOutcome outcome)
    {
        var entry = outcome.Entry;
        var rows = entry.Tables.Sum(t => t.Rows);
        if (outcome.AlreadyDone)
        {
            terminal.Line($"{entry.Extract}: the same content was committed before; nothing to do.");
        }
        else if (outcome.IsDone)
        {
            terminal.Good($"{entry.Extract}: {rows:N0} rows in, {entry.RefusedRows:N0} refused.");
        }
        else
        {
            terminal.Bad($"{entry.Extract}: {entry.State.ToString().ToLowerInvariant()}{(entry.Reason is null ? string.Empty : $" ({entry.Reason})")}. {entry.Message}");
        }

        if (WhatNow(entry.State) is { } next)
        {
            terminal.Line($"  {next}");
        }

        // The one that decided is in the first line already; notes, such as columns that nobody ticked, are for validate to list.
        var others = outcome.Findings
            .Where(f => f.Severity != Severity.Note && !(f.Code == entry.Reason && entry.Message!.Contains(f.Message, StringComparison.Ordinal)))
            .ToArray();
        foreach (var finding in others.Take(FindingsShown))
        {
            terminal.Line($"  {FindingText.Of(finding)}");
        }

        if (others.Length > FindingsShown)
        {
            terminal.Line($"  … and {others.Length - FindingsShown:N0} more. All of them: familyhubs validate PATH");
        }

        if (entry.State == ExtractState.Done && entry.RefusedRows > 0)
        {
            terminal.Line($"  All refused rows: familyhubs quarantine list --area {entry.Area}");
        }
    }
}
