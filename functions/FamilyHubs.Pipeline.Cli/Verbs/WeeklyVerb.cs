using System.CommandLine;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.UseCases;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>weekly</c>: computes, publishes and prints the weekly Priority Group report; <c>--send</c> mails it.</summary>
internal static class WeeklyVerb
{
    public static Command Create()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var profile = CommonOptions.Profile();
        var json = CommonOptions.Json();
        var week = new Option<string>("--week") { Description = "ISO week, e.g. 2019-W13.", Required = true, HelpName = "WEEK" };
        var extract = new Option<string?>("--extract") { Description = "Compute from the lake as this extract left it.", HelpName = "EXTRACT" };
        var all = new Option<bool>("--all") { Description = "Every combination of groups, not only the top ones." };
        var children = new Option<bool>("--children") { Description = "Add the list of children in the top combinations." };
        var send = new Option<bool>("--send") { Description = "Mail the report to its recipients, each once." };
        var resend = new Option<bool>("--resend") { Description = "With --send: mail again what was accepted, failed or is unknown." };
        var command = new Command(
            "weekly",
            "Computes the weekly Priority Group report, keeps its figures in table storage and prints it.\n"
            + "Example: familyhubs weekly --area essex --week 2019-W13 --json")
        { area, week, extract, all, children, send, resend, json, lake, profile };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!IsoWeek.TryParse(parsed.GetValue(week), out var isoWeek))
            {
                throw new UsageException("--week must be an ISO week, e.g. 2019-W13.");
            }

            var terminal = new Terminal(parsed.GetValue(json));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var definitions = await workspace.ProfileAsync(parsed.GetValue(area)!, parsed.GetValue(profile), cancel);
            var outcome = await workspace.Get<ProduceWeeklyReport>().RunAsync(
                definitions, isoWeek, new WeeklyRequest(parsed.GetValue(extract), parsed.GetValue(all)), cancel);
            if (outcome.Report is null)
            {
                terminal.Bad(outcome.Refusal!);
                return CommandLine.Refused;
            }

            var report = parsed.GetValue(children) ? outcome.Report : outcome.Report with { ChildList = null };
            if (parsed.GetValue(json))
            {
                Terminal.Json(report);
            }
            else
            {
                Print(terminal, report);
            }

            if (outcome.Refusal is not null)
            {
                terminal.Bad(parsed.GetValue(send) ? $"Not mailed: {outcome.Refusal}" : outcome.Refusal);
                return CommandLine.Refused;
            }

            return parsed.GetValue(send)
                ? await MailsOutput.SendAsync(terminal, workspace, definitions, outcome, parsed.GetValue(resend), cancel)
                : CommandLine.Done;
        });
        return command;
    }

    private static void Print(Terminal terminal, WeeklyReport report)
    {
        terminal.Line($"Priority groups of {report.Area}, {report.Week} (to {report.AsOf:d MMM yyyy}), from extract {report.Extract}");
        var totals = new Table().AddColumns("Level", "Code", "Name").AddColumns(Right("Memberships"), Right("People"), Right("Children"), Right("Adults"));
        foreach (var row in report.Totals.Where(r => r.Level != "team"))
        {
            totals.AddRow(row.Level, Markup.Escape(row.Code), Markup.Escape(row.Name ?? string.Empty), $"{row.Memberships}", $"{row.People}", $"{row.Children}", $"{row.Adults}");
        }

        terminal.Table(totals);
        var groups = new Table().AddColumns(Right("Rank")).AddColumns("Group", "Name").AddColumns(Right("Memberships"), Right("Children"), Right("Adults"));
        foreach (var row in report.Groups.Where(r => r.Level == "area"))
        {
            groups.AddRow($"{row.Rank}", row.Group, Markup.Escape(row.Name), $"{row.Memberships}", $"{row.Children}", $"{row.Adults}");
        }

        terminal.Table(groups);
        var sets = new Table().AddColumns(Right("Rank"), Right("Children")).AddColumn("Combination");
        foreach (var row in report.Combinations.Where(r => r.Level == "area"))
        {
            sets.AddRow($"{row.Rank}", $"{row.Children}", string.Join(", ", row.Groups));
        }

        terminal.Table(sets);
        terminal.Line("Districts, teams and the rest: --json");
    }

    private static TableColumn Right(string title) => new TableColumn(title).RightAligned();
}
