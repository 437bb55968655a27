using System.CommandLine;
using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Monthly;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>preview monthly</c>: renders mail and page of a month to files. Nothing is sent or published.</summary>
internal static class PreviewMonthly
{
    public static Command Create()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var profile = CommonOptions.Profile();
        var json = CommonOptions.Json();
        var month = CommonOptions.Month();
        var folder = new Option<string>("--out") { Description = "Where the files are written.", DefaultValueFactory = _ => "out/preview", HelpName = "FOLDER" };
        var reader = new Option<string?>("--as") { Description = "Code of the area, quadrant or district of the reader. Default: the area.", HelpName = "CODE" };
        var families = new Option<bool>("--families") { Description = "With the families most in need, as managers see them." };
        var commissioner = new Option<bool>("--commissioner") { Description = "The mail as commissioners get it; else as managers do." };
        var practitioners = new Option<bool>("--practitioners") { Description = "With the activity of practitioners, as team leads see it." };
        var command = new Command(
            "monthly",
            "Renders the mail and the page of a month as a reader sees them, and the file of the national view, from the published run or else computed for the purpose.\n"
            + "Example: familyhubs preview monthly --area essex --month 2019-03 --as E07000070 --out out/preview")
        { area, month, folder, reader, families, practitioners, commissioner, json, lake, profile };
        command.SetAction(async (parsed, cancel) =>
        {
            var period = CommonOptions.Parse(parsed, month);
            var terminal = new Terminal(parsed.GetValue(json));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var definitions = await workspace.ProfileAsync(parsed.GetValue(area)!, parsed.GetValue(profile), cancel);
            var code = parsed.GetValue(reader) ?? definitions.Geography.Area.Code;
            if (new GeographyIndex(definitions.Geography).DistrictsBeneath(code).Count == 0)
            {
                throw new UsageException($"--as {code} is no code of the area, its quadrants or its districts.");
            }

            var grant = new AccessGrant([code], parsed.GetValue(families), parsed.GetValue(practitioners));
            var preview = await workspace.Get<PreviewMonthlyReport>().RunAsync(definitions, period, grant, parsed.GetValue(commissioner), cancel);
            if (preview.Refusal is not null)
            {
                terminal.Bad(preview.Refusal);
                return CommandLine.Refused;
            }

            var path = Path.Combine(Directory.CreateDirectory(parsed.GetValue(folder)!).FullName, $"{period}-{code}");
            await PreviewFiles.WriteAsync(path, preview.Mail!, preview.Page!, cancel);
            await File.WriteAllBytesAsync($"{path}.{NationalCsv.FileName}", preview.National!.Value, cancel);
            terminal.Line(preview.IsPublished ? "From the published run:" : "Computed for this preview; nothing was published:");
            terminal.Line($"  {path}.mail.html\n  {path}.mail.txt\n  {path}.page.html\n  {path}.{NationalCsv.FileName}");
            terminal.Line($"  Subject: {preview.Mail!.Subject}");
            if (terminal.IsJson)
            {
                Terminal.Json(new { preview.IsPublished, preview.Mail.Subject, Mail = $"{path}.mail.html", Text = $"{path}.mail.txt", Page = $"{path}.page.html", National = $"{path}.{NationalCsv.FileName}" });
            }

            return CommandLine.Done;
        });
        return command;
    }
}
