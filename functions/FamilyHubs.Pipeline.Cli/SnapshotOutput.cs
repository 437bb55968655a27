using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Snapshots;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>Publishes a snapshot and tells what became of it.</summary>
internal static class SnapshotOutput
{
    public static async Task<int> PublishAsync(Terminal terminal, Workspace workspace, Profile profile, RunEntry run, CancellationToken cancel)
    {
        if (run.State is not (RunState.Done or RunState.Unchanged))
        {
            terminal.Bad("Not published: these figures are a look into the past. A snapshot is made of the figures from the newest extract: run this without --extract.");
            return CommandLine.Refused;
        }

        var outcome = await workspace.Get<PublishSnapshot>().RunAsync(profile, Month.Parse(run.Period), cancel);
        if (outcome.Manifest is not { } manifest)
        {
            terminal.Bad($"Not published: {outcome.Refusal}");
            return CommandLine.Refused;
        }

        var name = $"{Containers.Snapshots}/{SnapshotNames.File(manifest.Area, manifest.Month, manifest.Revision, string.Empty)}";
        if (outcome.State == SnapshotState.Unchanged)
        {
            terminal.Line($"Snapshot unchanged: revision {manifest.Revision} has these figures already ({name}).");
            return CommandLine.Done;
        }

        terminal.Good($"Snapshot published: revision {manifest.Revision}, {manifest.Files.Count} files in {name}");
        if (manifest.SupersededRevision is { } before)
        {
            terminal.Line($"  {manifest.Changes.Count:N0} figures differ from revision {before}; manifest.json lists them.");
        }

        return CommandLine.Done;
    }
}
