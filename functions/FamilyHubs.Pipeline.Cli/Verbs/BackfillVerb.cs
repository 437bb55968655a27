using System.CommandLine;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.UseCases;
using Spectre.Console;
using Profile = FamilyHubs.Pipeline.Profiles.Profile;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>backfill weekly</c>: makes every report of a range of weeks; <c>--dry-run</c> prints the plan.</summary>
internal static class BackfillVerb
{
    public static Command Create() => new("backfill", "Makes the reports of a range of periods.\nExample: familyhubs backfill weekly --area essex --from 2019-W10 --to 2019-W13 --dry-run")
    {
        Weekly(),
    };

    private static Command Weekly()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var profile = CommonOptions.Profile();
        var json = CommonOptions.Json();
        var from = Week("--from", "First week, e.g. 2019-W10.");
        var to = Week("--to", "Last week, e.g. 2019-W13.");
        var failed = new Option<bool>("--only-failed") { Description = "Leave out what is published; with --send only that of which everybody was told." };
        var dry = new Option<bool>("--dry-run") { Description = "Print the plan and do nothing." };
        var send = new Option<bool>("--send") { Description = "Mail each report to its recipients, each once." };
        var command = new Command(
            "weekly",
            "Makes the weekly report of every week from one to another, oldest first, from the newest extract.\n"
            + "Example: familyhubs backfill weekly --area essex --from 2019-W10 --to 2019-W13 --only-failed")
        { area, from, to, failed, dry, send, json, lake, profile };
        command.SetAction(async (parsed, cancel) =>
        {
            var (first, last) = (Parse(parsed.GetValue(from), "--from"), Parse(parsed.GetValue(to), "--to"));
            if (last.CompareTo(first) < 0)
            {
                throw new UsageException($"--to {last} is before --from {first}: exchange them.");
            }

            var terminal = new Terminal(parsed.GetValue(json));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var definitions = await workspace.ProfileAsync(parsed.GetValue(area)!, parsed.GetValue(profile), cancel);
            var plan = await workspace.Get<BackfillWeeklyReports>().PlanAsync(
                definitions.Area, first, last, parsed.GetValue(failed), parsed.GetValue(send), cancel);
            Print(terminal, plan);
            IReadOnlyList<BackfillResult> results = parsed.GetValue(dry)
                ? []
                : await RunAsync(terminal, workspace, definitions, plan, parsed.GetValue(send), cancel);
            if (parsed.GetValue(json))
            {
                Terminal.Json(new
                {
                    Plan = plan.Select(s => new { Week = s.Week.ToString(), s.State, s.RunId, s.Reason, s.IsDue }),
                    Results = results.Select(r => new { Week = r.Week.ToString(), r.RunId, r.Refusal, r.IsDone }),
                });
            }

            return results.All(r => r.IsDone) ? CommandLine.Done : CommandLine.Refused;
        });
        return command;
    }

    private static async Task<IReadOnlyList<BackfillResult>> RunAsync(
        Terminal terminal, Workspace workspace, Profile profile, IReadOnlyList<BackfillStep> plan, bool send, CancellationToken cancel)
    {
        List<BackfillResult> results = [];
        foreach (var step in plan.Where(s => s.IsDue))
        {
            var result = await workspace.Get<BackfillWeeklyReports>().RunAsync(profile, step.Week, send, cancel);
            results.Add(result);
            if (result.Refusal is not null)
            {
                terminal.Bad($"{result.Week}: {result.Refusal}");
            }
            else
            {
                var mails = result.Mails is { } sent ? $", {sent.NewlyHandedOver} mails handed over, {sent.Count(MailingState.Accepted)} of {sent.Mails.Count} accepted in all" : string.Empty;
                terminal.Line($"{result.Week}: published as run {result.RunId}{mails}.");
            }
        }

        return results;
    }

    private static void Print(Terminal terminal, IReadOnlyList<BackfillStep> plan)
    {
        var table = new Table().AddColumns("Week", "State", "Run", "To do", "Reason");
        foreach (var step in plan)
        {
            table.AddRow(
                step.Week.ToString(),
                step.State.ToString().ToLowerInvariant(),
                step.RunId ?? string.Empty,
                step.IsDue ? "yes" : "no",
                Markup.Escape(step.Reason ?? string.Empty));
        }

        terminal.Table(table);
    }

    private static Option<string> Week(string name, string description) => new(name) { Description = description, Required = true, HelpName = "WEEK" };

    private static IsoWeek Parse(string? text, string option) =>
        IsoWeek.TryParse(text, out var week) ? week : throw new UsageException($"{option} must be an ISO week, e.g. 2019-W13.");
}
