using System.CommandLine;
using FamilyHubs.Pipeline.Ledger;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>runs</c>: what was computed from what; <c>runs show ID</c>: one run with its mails.</summary>
internal static class RunsVerb
{
    public static Command Create()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var json = CommonOptions.Json();
        var failed = new Option<bool>("--failed") { Description = "Only those that were refused or cut off, with the reason." };
        var command = new Command("runs", "Lists the computations of an area.\nExample: familyhubs runs --area essex --failed") { area, failed, json, lake, Show() };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var all = await workspace.Get<RunLedger>().ListAsync(parsed.GetValue(area)!, cancel);
            List<RunEntry> runs = [.. all.Where(r => !parsed.GetValue(failed) || r.State is RunState.Doing or RunState.Refused)];
            if (parsed.GetValue(json))
            {
                Terminal.Json(runs);
                return CommandLine.Done;
            }

            var table = new Table().AddColumns("Run", "Kind", "Period", "State", "Extract", "Computed", "Figures", "Reason");
            foreach (var run in runs)
            {
                table.AddRow(run.Id, run.Kind, run.Period, run.State.ToString().ToLowerInvariant(), run.Extract, $"{run.ComputedAt:u}", $"{run.Figures:N0}", Markup.Escape(run.Reason ?? string.Empty));
            }

            terminal.Table(table);
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var id = new Argument<string>("ID") { Description = "Run id, as listed by runs." };
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var json = CommonOptions.Json();
        var command = new Command("show", "Shows one run as JSON: what it read, and the mails of its period.\nExample: familyhubs runs show 1f0c… --area essex")
        { id, area, json, lake };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(json: true);
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            if (await workspace.Get<RunLedger>().FindAsync(parsed.GetValue(area)!, parsed.GetValue(id)!, cancel) is not { } run)
            {
                terminal.Bad($"There is no run {parsed.GetValue(id)} of {parsed.GetValue(area)}. See: familyhubs runs --area {parsed.GetValue(area)}");
                return CommandLine.Refused;
            }

            Terminal.Json(new { Run = run, Mails = await workspace.Get<MailingLedger>().ListAsync(run.Area, run.Kind, run.Period, cancel) });
            return CommandLine.Done;
        });
        return command;
    }
}
