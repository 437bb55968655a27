using System.CommandLine;
using FamilyHubs.Pipeline.UseCases;
using FamilyHubs.Pipeline.UseCases.Replay;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>quarantine replay</c>: puts corrected rows of a committed extract through again.</summary>
internal static class QuarantineReplay
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH|EXTRACT")
        { Description = "A CSV of corrected rows named {Table}.csv, a folder of these, or the name of an extract whose quarantined rows are tried again as they are." };
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var json = CommonOptions.Json();
        var profile = CommonOptions.Profile();
        var extract = new Option<string?>("--extract") { Description = "Extract whose rows the files correct. Default: the name of the files' folder.", HelpName = "EXTRACT" };
        var table = new Option<string?>("--table") { Description = "Table of the rows. Default: the name of the file.", HelpName = "TABLE" };
        var command = new Command(
            "replay",
            "Puts corrected rows through again: the header of the extract, the corrected rows below it, all or some. Rows that are still bad stay in quarantine with their\n"
            + "reason; where newer data has come since, the newer stays. The same file twice changes nothing.\n"
            + "Example: familyhubs quarantine replay 20190401_0215/SRPatientGroups.csv --area essex")
        { path, area, extract, table, json, profile, lake };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var definitions = await workspace.ProfileAsync(parsed.GetValue(area)!, parsed.GetValue(profile), cancel);
            var work = await WorkAsync(workspace, definitions.Area, parsed.GetValue(path)!, parsed.GetValue(extract), parsed.GetValue(table), cancel);
            List<ReplayResult> results = [];
            foreach (var (of, rows, file) in work)
            {
                await using var content = file is null ? null : File.OpenRead(file);
                results.Add(await workspace.Get<ReplayQuarantine>().RunAsync(definitions, of, rows, content, cancel));
            }

            if (parsed.GetValue(json))
            {
                Terminal.Json(results);
            }
            else
            {
                results.ForEach(result => Print(terminal, result));
            }

            return results.Count > 0 && results.TrueForAll(r => r.Message is null && r.Refused.Count == 0) ? CommandLine.Done : CommandLine.Refused;
        });
        return command;
    }

    private static async Task<IReadOnlyList<(string Extract, string Table, string? File)>> WorkAsync(
        Workspace workspace, string area, string path, string? extract, string? table, CancellationToken cancel)
    {
        if (File.Exists(path) || Directory.Exists(path))
        {
            var folder = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : Path.GetFullPath(path);
            string[] files = File.Exists(path) ? [path] : [.. Directory.GetFiles(path, "*.csv").Where(f => !Path.GetFileNameWithoutExtension(f).Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
            return files.Length > 0
                ? [.. files.Select(f => (extract ?? Path.GetFileName(folder), table ?? Path.GetFileNameWithoutExtension(f), (string?)f))]
                : throw new UsageException($"{path} holds no CSV of corrected rows.");
        }

        var rows = await workspace.Get<QuarantineStore>().ListAsync(area, path, cancel);
        string[] tables = [.. rows.Where(r => r.Extract == path && r.Outcome is null && (table is null || r.Table == table)).Select(r => r.Table).Distinct()];
        return tables.Length > 0
            ? [.. tables.Select(t => (path, t, (string?)null))]
            : throw new UsageException($"{path} is neither a file or folder nor an extract of {area} with rows in quarantine. See: familyhubs quarantine list --area {area}");
    }

    private static void Print(Terminal terminal, ReplayResult result)
    {
        if (result.Message is not null)
        {
            terminal.Bad($"{result.Extract}, {result.Table}: {result.Message}");
            return;
        }

        terminal.Good(
            $"{result.Extract}, {result.Table}: {result.Rows:N0} rows, {result.Replayed:N0} put through{(result.AlreadyDone ? " before; nothing was done now" : string.Empty)}, "
            + $"{result.Superseded:N0} superseded by newer data, {result.Waiting:N0} still wait in quarantine.");
        foreach (var row in result.Refused)
        {
            terminal.Warn($"line {row.Line}{(row.Column is null ? string.Empty : $", {row.Column}")}: {row.Reason}");
        }
    }
}
