using System.CommandLine;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>backfill monthly</c>: makes the figures of a range of months.</summary>
internal static class BackfillMonthly
{
    public static Command Create()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var profile = CommonOptions.Profile();
        var json = CommonOptions.Json();
        var from = CommonOptions.Month("--from", "First month, e.g. 2019-01.");
        var to = CommonOptions.Month("--to", "Last month, e.g. 2019-03.");
        var failed = new Option<bool>("--only-failed") { Description = "Leave out what is published." };
        var dry = new Option<bool>("--dry-run") { Description = "Print the plan and do nothing." };
        var command = new Command(
            "monthly",
            "Makes the figures of every month from one to another, oldest first, from the newest extract.\n"
            + "Example: familyhubs backfill monthly --area essex --from 2019-01 --to 2019-03 --only-failed")
        { area, from, to, failed, dry, json, lake, profile };
        command.SetAction(async (parsed, cancel) =>
        {
            var (first, last) = (CommonOptions.Parse(parsed, from), CommonOptions.Parse(parsed, to));
            if (last < first)
            {
                throw new UsageException($"--to {last} is before --from {first}: exchange them.");
            }

            var terminal = new Terminal(parsed.GetValue(json));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var definitions = await workspace.ProfileAsync(parsed.GetValue(area)!, parsed.GetValue(profile), cancel);
            var backfill = workspace.Get<BackfillMonthlyFigures>();
            var plan = await backfill.PlanAsync(definitions.Area, first, last, parsed.GetValue(failed), cancel);
            BackfillVerb.Print(terminal, "Month", plan);
            IReadOnlyList<BackfillResult<Month>> results = parsed.GetValue(dry)
                ? []
                : await BackfillVerb.RunAsync(
                    terminal, plan, month => backfill.RunAsync(definitions, month, cancel), result => $"published as run {result.RunId}.");
            if (parsed.GetValue(json))
            {
                Terminal.Json(new
                {
                    Plan = plan.Select(s => new { Month = s.Period.ToString(), s.State, s.RunId, s.Reason, s.IsDue }),
                    Results = results.Select(r => new { Month = r.Period.ToString(), r.RunId, r.Refusal, r.IsDone }),
                });
            }

            return results.All(r => r.IsDone) ? CommandLine.Done : CommandLine.Refused;
        });
        return command;
    }
}
