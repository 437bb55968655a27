using System.CommandLine;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.UseCases;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>quarantine list</c>: refused rows and batches with their reasons; <c>quarantine show</c>: those of one table, and where they are; <c>quarantine replay</c> puts corrected rows through again; never what a row holds.</summary>
internal static class QuarantineVerb
{
    public static Command Create() =>
        new("quarantine", "Works on what was refused.\nExample: familyhubs quarantine list --area essex") { List(), Show(), QuarantineReplay.Create() };

    private static Command List()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var json = CommonOptions.Json();
        var extract = new Option<string?>("--extract") { Description = "Only this batch.", HelpName = "EXTRACT" };
        var everything = new Option<bool>("--all") { Description = "Rows too that were put through again since." };
        var command = new Command("list", "Lists refused rows with table, line, column and reason, and refused batches.\nExample: familyhubs quarantine list --area essex --json")
        { area, extract, everything, json, lake };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            var only = parsed.GetValue(extract);
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var rows = await workspace.Get<QuarantineStore>().ListAsync(parsed.GetValue(area)!, only, cancel);
            var settled = rows.Count(r => r.Outcome is not null);
            rows = parsed.GetValue(everything) ? rows : [.. rows.Where(r => r.Outcome is null)];
            var batches = (await workspace.Get<ExtractLedger>().ListAsync(parsed.GetValue(area)!, cancel))
                .Where(e => e.State is ExtractState.Refused or ExtractState.Deferred or ExtractState.Held && (only is null || e.Extract == only))
                .Select(e => new { e.Extract, Reason = e.Reason ?? string.Empty, State = e.State.ToString().ToLowerInvariant(), e.Message })
                .ToArray();
            if (parsed.GetValue(json))
            {
                Terminal.Json(new { Rows = rows, Batches = batches });
                return CommandLine.Done;
            }

            var table = new Table().AddColumns("Extract", "Table").AddColumn(new TableColumn("Line").RightAligned()).AddColumns("Column", "Reason", "Since");
            foreach (var row in rows)
            {
                table.AddRow(Markup.Escape(row.Extract), row.Table, $"{row.Line}", Markup.Escape(row.Column ?? string.Empty), row.Reason, row.Outcome ?? string.Empty);
            }

            foreach (var batch in batches)
            {
                table.AddRow(Markup.Escape(batch.Extract), "(whole batch)", string.Empty, string.Empty, Markup.Escape($"{batch.Reason}: {batch.Message}"), string.Empty);
            }

            terminal.Table(table);
            terminal.Line($"{rows.Count:N0} rows, {batches.Length} batches; {settled:N0} rows put through again since.");
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var json = CommonOptions.Json();
        var extract = new Option<string>("--extract") { Description = "Batch, return or reference file.", Required = true, HelpName = "EXTRACT" };
        var table = new Option<string>("--table") { Description = "Table, e.g. SRPatientGroups.", Required = true, HelpName = "TABLE" };
        var command = new Command(
            "show",
            "Counts the refused rows of one table by reason and column, and says where their raw copies are. Never prints what a row holds.\n"
            + "Example: familyhubs quarantine show --area essex --extract 20190401_0215 --table SRPatientGroups")
        { area, extract, table, json, lake };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            var (name, of) = (parsed.GetValue(extract)!, parsed.GetValue(table)!);
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var all = await workspace.Get<QuarantineStore>().ListAsync(parsed.GetValue(area)!, name, cancel);
            var rows = all.Where(r => r.Extract == name && r.Table == of).ToArray();
            var reasons = rows.GroupBy(r => (r.Reason, r.Column))
                .Select(g => new { g.Key.Reason, g.Key.Column, Rows = g.Count(), FirstLine = g.Min(r => r.Line) })
                .OrderByDescending(g => g.Rows).ThenBy(g => g.Reason, StringComparer.Ordinal).ToArray();
            var raw = $"{Containers.Quarantine}/{parsed.GetValue(area)}/{name}/{of}.csv";
            if (parsed.GetValue(json))
            {
                Terminal.Json(new { Reasons = reasons, Raw = rows.Length == 0 ? null : raw });
                return CommandLine.Done;
            }

            if (rows.Length == 0)
            {
                terminal.Line($"No row of {of} in {name} is in quarantine.");
                return CommandLine.Done;
            }

            var shown = new Table().AddColumns("Reason", "Column").AddColumns(new TableColumn("Rows").RightAligned(), new TableColumn("First line").RightAligned());
            foreach (var reason in reasons)
            {
                shown.AddRow(reason.Reason, Markup.Escape(reason.Column ?? string.Empty), $"{reason.Rows:N0}", $"{reason.FirstLine}");
            }

            terminal.Table(shown);
            terminal.Line($"{rows.Length:N0} rows. The rows as they came, which name people: {raw}");
            return CommandLine.Done;
        });
        return command;
    }
}
