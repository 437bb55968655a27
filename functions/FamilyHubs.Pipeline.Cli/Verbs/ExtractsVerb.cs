using System.CommandLine;
using FamilyHubs.Pipeline.Ledger;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>extracts</c>: what came in, and what became of it.</summary>
internal static class ExtractsVerb
{
    public static Command Create()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var json = CommonOptions.Json();
        var command = new Command(
            "extracts", "Lists the batches, returns and reference files of an area and what became of each.\nExample: familyhubs extracts --area essex")
        { area, json, lake };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var entries = await workspace.Get<ExtractLedger>().ListAsync(parsed.GetValue(area)!, cancel);
            if (parsed.GetValue(json))
            {
                Terminal.Json(entries.Select(e => e with { ETag = null }));
                return CommandLine.Done;
            }

            if (entries.Count == 0)
            {
                terminal.Line($"Nothing has come in for {parsed.GetValue(area)} yet.");
                return CommandLine.Done;
            }

            var table = new Table().AddColumns("Extract", "State", "Reaches to")
                .AddColumns(new TableColumn("Rows").RightAligned(), new TableColumn("Refused").RightAligned()).AddColumn("Reason");
            foreach (var entry in entries)
            {
                table.AddRow(
                    Markup.Escape(entry.Extract),
                    entry.State.ToString().ToLowerInvariant(),
                    entry.DateTo is { } to ? $"{to:d MMM yyyy HH:mm}" : string.Empty,
                    $"{entry.Tables.Sum(t => t.Rows):N0}",
                    $"{entry.RefusedRows:N0}",
                    Markup.Escape(entry.Reason is null ? string.Empty : $"{entry.Reason}: {entry.Message}"));
            }

            terminal.Table(table);
            return CommandLine.Done;
        });
        return command;
    }
}
