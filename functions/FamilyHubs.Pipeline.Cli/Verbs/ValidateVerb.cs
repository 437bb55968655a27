using System.CommandLine;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Profiles;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>validate PATH</c>: checks an extract folder or zip, a return or a reference file without storage.</summary>
internal static class ValidateVerb
{
    private const string UsualArea = "essex";

    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A batch folder, a zip of one, or a return or reference file." };
        var area = CommonOptions.WithAreaName(
            new Option<string>("--area") { Description = "Area whose dialect the extract has.", DefaultValueFactory = _ => UsualArea, HelpName = "AREA" });
        var profile = CommonOptions.Profile();
        var json = CommonOptions.Json();
        var junit = new Option<string?>("--junit") { Description = "Write the findings as JUnit XML, for a build server.", HelpName = "FILE" };
        var command = new Command(
            "validate",
            "Checks an extract by itself, without storage, and lists what was found; what came before it is not known, so its place in the order is not judged.\nExample: familyhubs validate 20190325_0215 --junit findings.xml")
        { path, area, json, junit, profile };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            var definitions = parsed.GetValue(profile) is { } file
                ? await Workspace.ReadProfileAsync(area: null, file, cancel)
                : (await ProfileCatalog.Shipped.FindAsync(parsed.GetValue(area)!, cancel))?.Profile
                    ?? throw new UsageException($"There is no shipped profile {parsed.GetValue(area)}: give --profile FILE.");
            await using var reading = await CheckedInput.ReadAsync(parsed.GetValue(path)!, definitions, terminal, cancel);

            if (parsed.GetValue(junit) is { } report)
            {
                await JunitReport.WriteAsync(report, reading, cancel);
            }

            if (parsed.GetValue(json))
            {
                Terminal.Json(Document(reading));
            }
            else
            {
                Print(terminal, reading);
            }

            return reading.Verdict == BatchVerdict.Accepted && reading.Tables.All(t => t.Refused.Count == 0) ? CommandLine.Done : CommandLine.Refused;
        });
        return command;
    }

    private static object Document(BatchReading reading) => new
    {
        reading.Extract,
        reading.Verdict,
        reading.ContentHash,
        Tables = reading.Tables.Select(t => new { t.Table, t.IsDelta, t.Rows, t.Kept, t.Removed, Refused = t.Refused.Count, t.Refused.ByReason, t.UnknownColumns, t.MissingColumns, t.UndefinedBytes }),
        Skipped = reading.Skipped.Select(s => s.Table),
        Findings = reading.AllFindings,
    };

    private static void Print(Terminal terminal, BatchReading reading)
    {
        var table = new Table().AddColumns("", "Code", "Table").AddColumn(new TableColumn("Line").RightAligned()).AddColumns("Column", "What", "Remedy");
        foreach (var finding in reading.AllFindings)
        {
            table.AddRow(
                finding.Severity.ToString().ToLowerInvariant(),
                finding.Code,
                Markup.Escape(finding.Table ?? string.Empty),
                $"{finding.Line}",
                Markup.Escape(finding.Column ?? string.Empty),
                Markup.Escape(finding.Message),
                Markup.Escape(finding.Remedy));
        }

        if (table.Rows.Count > 0)
        {
            terminal.Table(table);
        }

        var refused = reading.Tables.Sum(t => t.Refused.Count);
        var summary = $"{reading.Extract}: {reading.Verdict.ToString().ToLowerInvariant()}; {reading.Tables.Count} tables, "
            + $"{reading.Tables.Sum(t => t.Rows):N0} rows, {refused:N0} refused, {reading.Skipped.Count} files out of scope.";
        if (reading.Verdict == BatchVerdict.Accepted && refused == 0)
        {
            terminal.Good(summary);
        }
        else
        {
            terminal.Bad(summary);
        }
    }
}
