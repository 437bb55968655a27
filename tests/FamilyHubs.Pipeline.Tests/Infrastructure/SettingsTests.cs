using System.Text.RegularExpressions;
using FamilyHubs.Pipeline.Azure.Mailing;

namespace FamilyHubs.Pipeline.Tests.Infrastructure;

/// <summary>docs/settings.md against the code that reads settings, and the template for one machine. Against Bicep: EndToEndTests/Infrastructure.</summary>
public sealed partial class SettingsTests
{
    private static readonly string[] Projects = ["FamilyHubs.Pipeline", "FamilyHubs.Pipeline.Azure", "FamilyHubs.Pipeline.Functions"];

    [Fact]
    public void Page_ListsEverySettingThatTheCodeReads() => Assert.Equal(
        InCode().Order(StringComparer.Ordinal), SettingRow.All.Where(r => r.ReadBy == "code").Select(r => r.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Page_NamesWhoSetsAndWhoReads() => Assert.All(SettingRow.All, row =>
    {
        Assert.Contains(row.ReadBy, new[] { "code", "host", "platform" });
        Assert.Contains(row.SetBy, new[] { "deployment", "platform", "machine" });
    });

    [Fact]
    public void Template_HasEverySettingThatCountsOnOneMachine()
    {
        var template = RepositoryFiles.Json("functions/FamilyHubs.Pipeline.Functions/local.settings.template.json").GetProperty("Values").EnumerateObject().Select(v => v.Name);

        // The Core Tools ask for the worker's kind, which Azure takes from the plan.
        Assert.Equal(
            SettingRow.All.Where(r => r.ReadBy == "code" && r.SetBy != "platform" && !r.Name.StartsWith("Lake__", StringComparison.Ordinal)).Select(r => r.Name).Order(StringComparer.Ordinal),
            template.Except(["FUNCTIONS_WORKER_RUNTIME"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Template_HoldsNoSecret() => Assert.All(
        RepositoryFiles.Json("functions/FamilyHubs.Pipeline.Functions/local.settings.template.json").GetProperty("Values").EnumerateObject().Where(v => v.Name.Contains("Key", StringComparison.Ordinal)),
        value => Assert.Equal(string.Empty, value.Value.GetString()));

    [Fact]
    public void LocalSettings_AreIgnoredByGit() => Assert.Contains("local.settings.json", File.ReadLines(RepositoryFiles.At(".gitignore")));

    private static IEnumerable<string> InCode()
    {
        var mail = typeof(MailOptions).GetProperties().Select(p => p.Name).Where(n => n != nameof(MailOptions.Production)).Select(n => $"{MailOptions.Section}__{n}");
        return Projects.SelectMany(p => RepositoryFiles.Sources($"functions/{p}")).SelectMany(NamesIn).Concat(mail).Distinct();
    }

    private static IEnumerable<string> NamesIn(string file)
    {
        var text = File.ReadAllText(file);
        foreach (Match read in Read().Matches(text))
        {
            var name = read.Groups["text"].Success
                ? read.Groups["text"].Value
                : Regex.Match(text, $"const string {read.Groups["name"].Value} = \"([^\"]+)\"").Groups[1].Value;
            yield return name.Replace(":", "__", StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("""\b(?:configuration|Configuration|settings)\[(?:"(?<text>[\w:]+)"|(?<name>[A-Z]\w+))\](?! =)""")]
    private static partial Regex Read();
}
