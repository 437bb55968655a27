using System.CommandLine;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.UseCases;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>monthly</c>: computes, publishes to table storage and prints the figures of a month.</summary>
internal static class MonthlyVerb
{
    public static Command Create()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var profile = CommonOptions.Profile();
        var json = CommonOptions.Json();
        var month = CommonOptions.Month();
        var extract = new Option<string?>("--extract") { Description = "Compute from the lake as this extract left it.", HelpName = "EXTRACT" };
        var practitioners = new Option<bool>("--practitioners") { Description = "Add outcome activity by practitioner." };
        var families = new Option<bool>("--families") { Description = "Add the families most in need." };
        var publish = new Option<bool>("--publish") { Description = "Publish the snapshot that commissioners download, if the figures say something new." };
        var revisions = new Option<bool>("--revisions") { Description = "List what changed since the month was first reported, and why; nothing is computed." };
        var command = new Command(
            "monthly",
            "Computes the KPIs, outcomes, indicators and caseload of a month, keeps them in table storage and prints them.\n"
            + "Example: familyhubs monthly --area essex --month 2019-03 --json")
        { area, month, extract, practitioners, families, publish, revisions, json, lake, profile };
        command.SetAction(async (parsed, cancel) =>
        {
            var period = CommonOptions.Parse(parsed, month);
            var terminal = new Terminal(parsed.GetValue(json));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var definitions = await workspace.ProfileAsync(parsed.GetValue(area)!, parsed.GetValue(profile), cancel);
            if (parsed.GetValue(revisions))
            {
                return await MonthlyRevisionsOutput.RunAsync(terminal, workspace, definitions.Area, period, parsed.GetValue(json), cancel);
            }

            var request = new MonthlyRequest(parsed.GetValue(extract), parsed.GetValue(practitioners), parsed.GetValue(families));
            var outcome = await workspace.Get<ProduceMonthlyFigures>().RunAsync(definitions, period, request, cancel);
            if (outcome.Report is not { } report)
            {
                terminal.Bad(outcome.Refusal!);
                return CommandLine.Refused;
            }

            if (parsed.GetValue(json))
            {
                Terminal.Json(report);
            }
            else
            {
                Print(terminal, report);
            }

            return parsed.GetValue(publish) ? await SnapshotOutput.PublishAsync(terminal, workspace, definitions, outcome.Run!, cancel) : CommandLine.Done;
        });
        return command;
    }

    private static void Print(Terminal terminal, MonthlyReport report)
    {
        terminal.Line($"Figures of {report.Area}, {report.Month}, from extract {report.Extract}");
        var table = new Table().AddColumns("KPI", "Period").AddColumns(Right("Met"), Right("Of"), Right("%"), Right("Target")).AddColumns("Mark", "RAG");
        foreach (var kpi in report.Kpis.Where(k => k.Level == "area"))
        {
            table.AddRow(kpi.Kpi, kpi.Period, $"{kpi.Numerator}", $"{kpi.Denominator}", Shown(kpi.Percentage), Shown(kpi.Target), kpi.Mark ?? string.Empty, kpi.Rag ?? string.Empty);
        }

        terminal.Table(table);
        terminal.Line("Outcomes, indicators, caseload, places and the rest: --json");
    }

    private static string Shown(double? percentage) =>
        percentage is { } value ? Math.Round((decimal)value, 1, MidpointRounding.AwayFromZero).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) : "-";

    private static TableColumn Right(string title) => new TableColumn(title).RightAligned();
}
