using System.CommandLine;
using System.Globalization;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>freshness</c>: exit code 1 when the newest extract is late or a later one is refused, deferred, held or cut off.</summary>
internal static class FreshnessVerb
{
    public static Command Create()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var profile = CommonOptions.Profile();
        var json = CommonOptions.Json();
        var command = new Command(
            "freshness", "Tells whether the extracts of an area are in, whole and recent; exit code 1 when they are not.\nExample: familyhubs freshness --area essex")
        { area, json, lake, profile };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var definitions = await workspace.ProfileAsync(parsed.GetValue(area)!, parsed.GetValue(profile), cancel);
            var status = await workspace.Get<CheckFreshness>().LookAsync(definitions, cancel);
            if (parsed.GetValue(json))
            {
                Terminal.Json(new
                {
                    status.Area,
                    status.State,
                    status.IsFresh,
                    Extract = status.Newest?.Extract,
                    ReachesTo = status.Newest?.DateTo,
                    status.AgeHours,
                    status.LimitHours,
                    Waiting = status.Waiting is { } batch ? new { batch.Extract, batch.State, batch.Reason } : null,
                });
            }
            else
            {
                terminal.Line(status.Newest is { DateTo: { } to } newest
                    ? string.Create(CultureInfo.InvariantCulture, $"{status.Area}: {status.State}. Extract {newest.Extract} reaches to {to:d MMM yyyy HH:mm}, {status.AgeHours:0.0} hours ago; {status.LimitHours} are allowed.")
                    : $"{status.Area}: {status.State}. No extract has been committed yet.");
                if (status.Waiting is { } waiting)
                {
                    terminal.Warn($"Batch {waiting.Extract} came last and is {waiting.State.ToString().ToLowerInvariant()} ({waiting.Reason ?? "no reason given"}). See: familyhubs extracts --area {status.Area}");
                }
            }

            return status.IsFresh ? CommandLine.Done : CommandLine.Refused;
        });
        return command;
    }
}
