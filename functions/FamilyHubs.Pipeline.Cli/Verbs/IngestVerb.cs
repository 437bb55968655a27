using System.CommandLine;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>ingest PATH</c>: uploads (manifest last) and ingests.</summary>
internal static class IngestVerb
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH")
        {
            Description = "A batch folder, a zip of one, a return or reference file, or a folder of many of these.",
        };
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var profile = CommonOptions.Profile();
        var json = CommonOptions.Json();
        var force = new Option<bool>("--force") { Description = "Take a batch although newer data was committed: a planned re-load." };
        var command = new Command(
            "ingest",
            "Uploads extracts to landing and ingests them: reference files first, then batches in time order, then returns.\n"
            + "Example: familyhubs ingest out/landing/essex --area essex")
        { path, area, force, json, lake, profile };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            var plan = IngestPlan.Of(parsed.GetValue(path)!, ContractCatalog.Shipped);
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var definitions = await workspace.ProfileAsync(parsed.GetValue(area)!, parsed.GetValue(profile), cancel);
            var outcomes = await new IngestRunner(terminal, workspace, definitions).RunAsync(plan, parsed.GetValue(force), cancel);
            if (parsed.GetValue(json))
            {
                Terminal.Json(outcomes.Select(o => new { Entry = o.Entry with { ETag = null }, o.AlreadyDone, o.Findings }));
            }

            return outcomes.All(o => o.IsDone || o.AlreadyDone) ? CommandLine.Done : CommandLine.Refused;
        });
        return command;
    }
}
