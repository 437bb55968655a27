using System.CommandLine;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>profile check FILE</c>: validates an area's definitions.</summary>
internal static class ProfileVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Profile file (JSON)." };
        var json = CommonOptions.Json();
        var check = new Command("check", "Checks a profile; every error with its path and what was expected.\nExample: familyhubs profile check essex.json") { file, json };
        check.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path))
            {
                throw new UsageException($"There is no file {path}.");
            }

            var result = await ProfileLoader.LoadAsync(path, Path.GetFileNameWithoutExtension(path), cancel);
            if (parsed.GetValue(json))
            {
                Terminal.Json(new { File = path, Valid = result.IsValid, result.Errors });
            }
            else if (result.IsValid)
            {
                terminal.Good($"{path}: no errors. {result.Profile!.Name}, definitions {result.Profile.DefinitionVersion}.");
            }
            else
            {
                foreach (var error in result.Errors)
                {
                    terminal.Bad($"{path}: {error.Path}: {error.Message}");
                    terminal.Line($"  {error.Remedy}");
                }
            }

            return result.IsValid ? CommandLine.Done : CommandLine.Refused;
        });
        return new Command("profile", "Works on profiles.\nExample: familyhubs profile check essex.json") { check };
    }
}
