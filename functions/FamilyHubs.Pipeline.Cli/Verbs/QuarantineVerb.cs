using System.CommandLine;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.UseCases;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>quarantine list</c>: refused rows and batches with their reasons; never what a row holds.</summary>
internal static class QuarantineVerb
{
    public static Command Create() =>
        new("quarantine", "Works on what was refused.\nExample: familyhubs quarantine list --area essex") { List() };

    private static Command List()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var json = CommonOptions.Json();
        var extract = new Option<string?>("--extract") { Description = "Only this batch.", HelpName = "EXTRACT" };
        var command = new Command("list", "Lists refused rows with table, line, column and reason, and refused batches.\nExample: familyhubs quarantine list --area essex --json")
        { area, extract, json, lake };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            var only = parsed.GetValue(extract);
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var rows = await workspace.Get<QuarantineStore>().ListAsync(parsed.GetValue(area)!, only, cancel);
            var batches = (await workspace.Get<ExtractLedger>().ListAsync(parsed.GetValue(area)!, cancel))
                .Where(e => e.State is ExtractState.Refused or ExtractState.Deferred or ExtractState.Held && (only is null || e.Extract == only))
                .Select(e => new { e.Extract, Reason = e.Reason ?? string.Empty, State = e.State.ToString().ToLowerInvariant(), e.Message })
                .ToArray();
            if (parsed.GetValue(json))
            {
                Terminal.Json(new { Rows = rows, Batches = batches });
                return CommandLine.Done;
            }

            var table = new Table().AddColumns("Extract", "Table").AddColumn(new TableColumn("Line").RightAligned()).AddColumns("Column", "Reason");
            foreach (var row in rows)
            {
                table.AddRow(Markup.Escape(row.Extract), row.Table, $"{row.Line}", Markup.Escape(row.Column ?? string.Empty), row.Reason);
            }

            foreach (var batch in batches)
            {
                table.AddRow(Markup.Escape(batch.Extract), "(whole batch)", string.Empty, string.Empty, Markup.Escape($"{batch.Reason}: {batch.Message}"));
            }

            terminal.Table(table);
            terminal.Line($"{rows.Count:N0} rows, {batches.Length} batches.");
            return CommandLine.Done;
        });
        return command;
    }
}
