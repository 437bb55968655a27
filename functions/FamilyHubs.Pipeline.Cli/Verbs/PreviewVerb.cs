using System.CommandLine;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Weekly;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>preview weekly</c>: renders mail and page to files. Nothing is sent or published.</summary>
internal static class PreviewVerb
{
    public static Command Create() => new("preview", "Renders mails and pages to files.\nExample: familyhubs preview weekly --area essex --week 2019-W13 --out out/preview")
    {
        Weekly(),
        PreviewMonthly.Create(),
    };

    private static Command Weekly()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var profile = CommonOptions.Profile();
        var json = CommonOptions.Json();
        var week = new Option<string>("--week") { Description = "ISO week, e.g. 2019-W13.", Required = true, HelpName = "WEEK" };
        var folder = new Option<string>("--out") { Description = "Where the files are written.", DefaultValueFactory = _ => "out/preview", HelpName = "FOLDER" };
        var reader = new Option<string?>("--as") { Description = "Code of the area, quadrant or district of the reader. Default: the area.", HelpName = "CODE" };
        var command = new Command(
            "weekly",
            "Renders the weekly mail (HTML and text) and page of a reader to files, from the published run or else computed for the purpose.\n"
            + "Example: familyhubs preview weekly --area essex --week 2019-W13 --as E07000070 --out out/preview")
        { area, week, folder, reader, json, lake, profile };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!IsoWeek.TryParse(parsed.GetValue(week), out var isoWeek))
            {
                throw new UsageException("--week must be an ISO week, e.g. 2019-W13.");
            }

            var terminal = new Terminal(parsed.GetValue(json));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var definitions = await workspace.ProfileAsync(parsed.GetValue(area)!, parsed.GetValue(profile), cancel);
            var code = parsed.GetValue(reader) ?? definitions.Geography.Area.Code;
            if (new GeographyIndex(definitions.Geography).DistrictsBeneath(code).Count == 0)
            {
                throw new UsageException($"--as {code} is no code of the area, its quadrants or its districts.");
            }

            var preview = await workspace.Get<PreviewWeeklyReport>().RunAsync(definitions, isoWeek, new Reader("Preview", [code]), cancel);
            if (preview.Refusal is not null)
            {
                terminal.Bad(preview.Refusal);
                return CommandLine.Refused;
            }

            var path = Path.Combine(Directory.CreateDirectory(parsed.GetValue(folder)!).FullName, $"{isoWeek}-{code}");
            await PreviewFiles.WriteAsync(path, preview.Mail!, preview.Page!, cancel);
            terminal.Line(preview.IsPublished ? "From the published run:" : "Computed for this preview; nothing was published:");
            terminal.Line($"  {path}.mail.html\n  {path}.mail.txt\n  {path}.page.html");
            terminal.Line($"  Subject: {preview.Mail!.Subject}");
            if (terminal.IsJson)
            {
                Terminal.Json(new { preview.IsPublished, preview.Mail.Subject, Mail = $"{path}.mail.html", Text = $"{path}.mail.txt", Page = $"{path}.page.html" });
            }

            return CommandLine.Done;
        });
        return command;
    }
}
