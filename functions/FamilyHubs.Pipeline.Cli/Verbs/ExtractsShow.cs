using System.CommandLine;
using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.UseCases.Quality;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>extracts show</c>: the report of one batch, return or reference file.</summary>
internal static class ExtractsShow
{
    public static Command Create()
    {
        var extract = new Argument<string>("EXTRACT") { Description = "Batch or file, as listed by extracts." };
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var json = CommonOptions.Json();
        var command = new Command(
            "show",
            "Shows the report of a batch: rows in, kept, refused by reason, rules of data quality, findings, skipped files. Counts, never what a row holds.\n"
            + "Example: familyhubs extracts show 20190401_0215 --area essex")
        { extract, area, json, lake };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            var (name, of) = (parsed.GetValue(extract)!, parsed.GetValue(area)!);
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            if (await workspace.Get<ExtractQualityReports>().FindAsync(of, name, cancel) is not { } quality)
            {
                terminal.Bad($"There is no report of {name}. See: familyhubs extracts --area {of}");
                return CommandLine.Refused;
            }

            if (parsed.GetValue(json))
            {
                Terminal.Json(quality);
                return CommandLine.Done;
            }

            Print(terminal, quality);
            terminal.Line($"The same as a page: {Containers.Reports}/{ExtractQualityReports.Folder(of, name)}quality.html");
            return CommandLine.Done;
        });
        return command;
    }

    private static void Print(Terminal terminal, ExtractQuality quality)
    {
        terminal.Line($"{quality.Extract}: {quality.State.ToString().ToLowerInvariant()}{(quality.Reason is null ? string.Empty : $" ({quality.Reason}). {quality.Message}")}");
        var tables = new Table().AddColumns("Table", "Kind").AddColumns(
            new TableColumn("Rows").RightAligned(), new TableColumn("Usual").RightAligned(), new TableColumn("Kept").RightAligned(),
            new TableColumn("Refused").RightAligned(), new TableColumn("Duplicates").RightAligned(), new TableColumn("Removed").RightAligned()).AddColumn("Reasons");
        foreach (var table in quality.Tables)
        {
            tables.AddRow(
                table.Table, table.IsDelta ? "delta" : "full", $"{table.Rows:N0}", $"{table.UsualRows:N0}", $"{table.Kept:N0}", $"{table.Refused:N0}",
                $"{table.Duplicates:N0}", $"{table.Removed:N0}", string.Join(", ", table.Reasons.Select(r => $"{r.Key} {r.Value:N0}")));
        }

        terminal.Table(tables);
        var rules = new Table().AddColumns("Rule", "Table").AddColumns(new TableColumn("Checked").RightAligned(), new TableColumn("Failed").RightAligned());
        foreach (var rule in quality.Rules.Where(r => r.Failed > 0))
        {
            rules.AddRow(rule.Rule, rule.Table, $"{rule.Checked:N0}", $"{rule.Failed:N0}");
        }

        if (rules.Rows.Count > 0)
        {
            terminal.Table(rules);
        }

        foreach (var finding in quality.Findings.Where(f => f.Severity != "note"))
        {
            terminal.Warn($"{finding.Code}: {finding.Table} {finding.Column}: {finding.Message} {finding.Remedy}");
        }

        terminal.Line($"{quality.Rules.Count:N0} checks, {quality.Rules.Count(r => r.Failed > 0):N0} found something; {quality.Skipped.Count:N0} files not in scope.");
    }
}
