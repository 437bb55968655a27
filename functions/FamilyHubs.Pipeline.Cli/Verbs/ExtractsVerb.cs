using System.CommandLine;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.UseCases;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>extracts</c>: what came in, and what became of it; <c>extracts show</c> the report of one; <c>extracts release</c> takes a batch that was held.</summary>
internal static class ExtractsVerb
{
    public static Command Create()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var json = CommonOptions.Json();
        var command = new Command(
            "extracts", "Lists the batches, returns and reference files of an area and what became of each.\nExample: familyhubs extracts --area essex")
        { area, json, lake };
        command.Subcommands.Add(Release());
        command.Subcommands.Add(ExtractsShow.Create());
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var entries = await workspace.Get<ExtractLedger>().ListAsync(parsed.GetValue(area)!, cancel);
            if (parsed.GetValue(json))
            {
                Terminal.Json(entries.Select(e => e with { ETag = null }));
                return CommandLine.Done;
            }

            if (entries.Count == 0)
            {
                terminal.Line($"Nothing has come in for {parsed.GetValue(area)} yet.");
                return CommandLine.Done;
            }

            var table = new Table().AddColumns("Extract", "State", "Reaches to")
                .AddColumns(new TableColumn("Rows").RightAligned(), new TableColumn("Refused").RightAligned()).AddColumn("Reason");
            foreach (var entry in entries)
            {
                table.AddRow(
                    Markup.Escape(entry.Extract),
                    entry.State.ToString().ToLowerInvariant(),
                    entry.DateTo is { } to ? $"{to:d MMM yyyy HH:mm}" : string.Empty,
                    $"{entry.Tables.Sum(t => t.Rows):N0}",
                    $"{entry.RefusedRows:N0}",
                    Markup.Escape(entry.Reason is null ? string.Empty : $"{entry.Reason}: {entry.Message}"));
            }

            terminal.Table(table);
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Release()
    {
        var extract = new Argument<string>("EXTRACT") { Description = "Held batch, as listed by extracts." };
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var profile = CommonOptions.Profile();
        var json = CommonOptions.Json();
        var command = new Command(
            "release",
            "Ingests a batch that was held because it looked wrong as a whole, once the sender has said that it is right.\n"
            + "Example: familyhubs extracts release 20190401_0215 --area essex")
        { extract, area, json, lake, profile };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            var name = parsed.GetValue(extract)!;
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            if (await workspace.Get<ExtractLedger>().FindAsync(parsed.GetValue(area)!, name, cancel) is not { State: ExtractState.Held })
            {
                terminal.Bad($"{name} is not held. See: familyhubs extracts --area {parsed.GetValue(area)}");
                return CommandLine.Refused;
            }

            var definitions = await workspace.ProfileAsync(parsed.GetValue(area)!, parsed.GetValue(profile), cancel);
            var outcome = await workspace.Get<IngestBatch>().ReleaseAsync(definitions, name, progress: null, cancel);
            if (terminal.IsJson)
            {
                Terminal.Json(new { Entry = outcome.Entry with { ETag = null }, outcome.AlreadyDone, outcome.Findings });
            }

            if (!outcome.IsDone || outcome.Busy)
            {
                terminal.Bad($"{name}: {outcome.Entry.State.ToString().ToLowerInvariant()}. {outcome.Entry.Message}");
                return CommandLine.Refused;
            }

            terminal.Good($"{name}: {outcome.Entry.Tables.Sum(t => t.Rows):N0} rows in, {outcome.Entry.RefusedRows:N0} refused.");
            return CommandLine.Done;
        });
        return command;
    }
}
