using System.CommandLine;
using FamilyHubs.Pipeline.UseCases;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>lake upkeep</c>: puts the lake in order.</summary>
internal static class LakeVerb
{
    public static Command Create() => new("lake", "Works on the lake of an area.\nExample: familyhubs lake upkeep --area essex --dry-run") { Upkeep() };

    private static Command Upkeep()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var json = CommonOptions.Json();
        var history = new Option<int?>("--history-days")
        { Description = "Keep every version of the batches committed in the last so many days. Default: the setting Retention__HistoryDays.", HelpName = "DAYS" };
        var published = new Option<int?>("--published-days")
        { Description = "Keep what reports computed in the last so many days were made from. Default: the setting Retention__PublishedDays.", HelpName = "DAYS" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be done." };
        var command = new Command(
            "upkeep",
            "Puts small files together, deletes files of versions that nothing needs any more, and writes checkpoints for other readers. Runs by itself every night.\n"
            + "Example: familyhubs lake upkeep --area essex --dry-run")
        { area, history, published, dryRun, json, lake };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var usual = workspace.Get<LakeRetention>();
            var kept = new LakeRetention(Days(parsed.GetValue(history)) ?? usual.HistoryDays, Days(parsed.GetValue(published)) ?? usual.PublishedDays);
            var result = await workspace.Get<KeepLake>().RunAsync(parsed.GetValue(area)!, kept, parsed.GetValue(dryRun), cancel);
            if (parsed.GetValue(json))
            {
                Terminal.Json(result);
            }
            else
            {
                Print(terminal, result);
            }

            return result.Busy ? CommandLine.Refused : CommandLine.Done;
        });
        return command;
    }

    private static int? Days(int? days) => days is < 0 ? throw new UsageException("Days are a whole number from 0 on.") : days;

    private static void Print(Terminal terminal, KeepLakeResult result)
    {
        if (result.Busy)
        {
            terminal.Bad($"Another worker has the area {result.Area}; nothing was done. Try again in a while.");
            return;
        }

        var table = new Table().AddColumn("Table").AddColumns(
            new TableColumn("Version").RightAligned(), new TableColumn("Put together").RightAligned(), new TableColumn("Deleted").RightAligned(),
            new TableColumn("Bytes").RightAligned(), new TableColumn("Checkpoint").RightAligned());
        foreach (var done in result.Tables.Where(t => !t.IsNothing))
        {
            table.AddRow(
                done.Table, $"{done.Version}", done.Compacted == 0 ? string.Empty : $"{done.Compacted:N0} to {done.Into:N0}", $"{done.Deleted:N0}",
                $"{done.DeletedBytes:N0}", $"{done.Checkpoint}");
        }

        if (table.Rows.Count > 0)
        {
            terminal.Table(table);
        }

        terminal.Line($"{result.Tables.Count:N0} tables, {table.Rows.Count:N0} with something to do{(result.DryRun ? "; nothing was changed" : string.Empty)}.");
    }
}
