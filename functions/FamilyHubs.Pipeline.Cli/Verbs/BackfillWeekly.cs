using System.CommandLine;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>backfill weekly</c>: makes every report of a range of weeks.</summary>
internal static class BackfillWeekly
{
    public static Command Create()
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
            var backfill = workspace.Get<BackfillWeeklyReports>();
            var plan = await backfill.PlanAsync(definitions.Area, first, last, parsed.GetValue(failed), parsed.GetValue(send), cancel);
            BackfillVerb.Print(terminal, "Week", plan);
            IReadOnlyList<BackfillResult<IsoWeek>> results = parsed.GetValue(dry)
                ? []
                : await BackfillVerb.RunAsync(terminal, plan, week => backfill.RunAsync(definitions, week, parsed.GetValue(send), cancel), Tell);
            if (parsed.GetValue(json))
            {
                Terminal.Json(new
                {
                    Plan = plan.Select(s => new { Week = s.Period.ToString(), s.State, s.RunId, s.Reason, s.IsDue }),
                    Results = results.Select(r => new { Week = r.Period.ToString(), r.RunId, r.Refusal, r.IsDone }),
                });
            }

            return results.All(r => r.IsDone) ? CommandLine.Done : CommandLine.Refused;
        });
        return command;
    }

    private static string Tell(BackfillResult<IsoWeek> result)
    {
        var mails = result.Mails is { } sent
            ? $", {sent.NewlyHandedOver} mails handed over, {sent.Count(MailingState.Accepted)} of {sent.Mails.Count} accepted in all"
            : string.Empty;
        return $"published as run {result.RunId}{mails}.";
    }

    private static Option<string> Week(string name, string description) => new(name) { Description = description, Required = true, HelpName = "WEEK" };

    private static IsoWeek Parse(string? text, string option) =>
        IsoWeek.TryParse(text, out var week) ? week : throw new UsageException($"{option} must be an ISO week, e.g. 2019-W13.");
}
