using System.Text.Json;
using System.Text.RegularExpressions;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Infrastructure;

/// <summary>The form of the templates: they parse, need no registry, say what their parameters are, and leak nothing.</summary>
public sealed partial class TemplateTests(Templates templates) : IClassFixture<Templates>
{
    [Fact]
    public void Files_AreWellFormed()
    {
        Assert.InRange(templates.Files.Count, 20, 60);
        Assert.All(templates.Files, file => Assert.Equal((file, "[]"), (file, templates.File(file).GetProperty("errors").GetRawText())));
    }

    [Fact]
    public void Entry_IsOfSubscriptionScope() => Assert.Equal("subscription", templates.Main.GetProperty("targetScope").GetString());

    [Fact]
    public void Modules_AreLocalFiles()
    {
        var modules = templates.Files.SelectMany(f => templates.File(f).GetProperty("modules").EnumerateArray().Select(m => (File: f, Path: m.GetProperty("path").GetString()!))).ToArray();

        Assert.InRange(modules.Length, 15, 60);
        Assert.All(modules, m => Assert.True(
            File.Exists(Path.GetFullPath(Path.Combine(Repository.At("infra"), Path.GetDirectoryName(m.File)!, m.Path))), $"{m.File} names {m.Path}, which is not there."));
    }

    [Fact]
    public void Files_AreAllUsed()
    {
        string[] deployedByHooks = ["secrets.bicep", "event-subscriptions.bicep", "names.bicep"];
        var used = templates.Files.SelectMany(f => templates.File(f).GetProperty("modules").EnumerateArray()
            .Select(m => Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(f)!, m.GetProperty("path").GetString()!))[1..].Replace('\\', '/')));

        Assert.Empty(templates.Files.Except(used).Except(deployedByHooks).Except(["main.bicep"]));
    }

    [Fact]
    public void Parameters_AndOutputs_SayWhatTheyAre() => Assert.All(templates.Files, file =>
    {
        Assert.All(templates.File(file).GetProperty("params").EnumerateArray(), p => Assert.True(Described(p), $"{file}: {p.GetProperty("name")}"));
        Assert.All(templates.File(file).GetProperty("outputs").EnumerateArray(), o => Assert.True(Described(o), $"{file}: {o.GetProperty("name")}"));
    });

    [Fact]
    public void ParametersFile_GivesEveryParameterAndNoOther()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.At("infra", "main.parameters.json")));
        var declared = templates.Main.GetProperty("params").EnumerateArray().Select(p => p.GetProperty("name").GetString());

        Assert.Equal(declared.Order(StringComparer.Ordinal), file.RootElement.GetProperty("parameters").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Secrets_AreSecureParametersWithoutDefault_AndNoOutput()
    {
        var secure = templates.Files.SelectMany(f => templates.File(f).GetProperty("params").EnumerateArray())
            .Where(p => SecretName().IsMatch(p.GetProperty("name").GetString()!)).ToArray();

        Assert.Equal(["mailApiKey", "personKey"], secure.Select(p => p.GetProperty("name").GetString()));
        Assert.All(secure, p =>
        {
            Assert.True(p.GetProperty("decorators").TryGetProperty("secure", out _));
            Assert.False(p.TryGetProperty("default", out _));
        });
        Assert.All(
            templates.Files.SelectMany(f => templates.File(f).GetProperty("outputs").EnumerateArray()),
            o => Assert.DoesNotContain("listKeys", o.GetProperty("value").GetRawText(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Region_IsInTheUnitedKingdom()
    {
        var location = templates.Main.GetProperty("params").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "location");

        Assert.Equal("""["uksouth","ukwest"]""", location.GetProperty("decorators").GetProperty("allowed").GetRawText());
        Assert.All(templates.Resources.Select(r => r.At("location")), at => Assert.Contains(at, new[] { "=location", "global", BicepResource.Missing }));
    }

    [Fact]
    public void Resources_WithALocation_HaveTags() => Assert.All(
        templates.Resources.Where(r => r.At("location") != BicepResource.Missing), r => Assert.True(r.At("tags") != BicepResource.Missing, $"{r} has no tags."));

    [Fact]
    public void Names_ComeFromTheOneConvention()
    {
        var given = templates.Main.GetProperty("modules").EnumerateArray().Select(m => m.GetProperty("body").GetProperty("params"))
            .SelectMany(p => p.EnumerateObject().Where(v => v.Name is "name" or "namePrefix" or "planName" or "workspaceName" or "appInsightsName" or "securityGroupName"))
            .Select(v => BicepResource.Text(v.Value)).Append(templates.Named("main.bicep", "group").At("name")).ToArray();
        var variables = templates.Main.GetProperty("variables").EnumerateArray().ToDictionary(v => v.GetProperty("name").GetString()!, v => BicepResource.Text(v.GetProperty("value")));

        Assert.InRange(given.Length, 12, 40);
        Assert.All(given.Select(name => variables.GetValueOrDefault(name.TrimStart('='), name)), name => Assert.Matches(Convention(), name));
    }

    [Fact]
    public void ApiVersions_AreOfLateYears_OrTheLastOfTheirKind()
    {
        string[] last = ["Microsoft.Authorization/roleAssignments", "Microsoft.Insights/diagnosticSettings", "Microsoft.Insights/components", "Microsoft.Insights/metricAlerts",
            "Microsoft.Insights/activityLogAlerts", "Microsoft.Insights/actionGroups", "Microsoft.Insights/scheduledQueryRules", "Microsoft.Insights/workbooks"];

        Assert.All(templates.Resources.Where(r => !last.Contains(r.Type, StringComparer.Ordinal)), r => Assert.Matches(@"^202[456]-\d\d-\d\d$", r.ApiVersion));
    }

    private static bool Described(JsonElement declared) => declared.GetProperty("decorators").TryGetProperty("description", out var text) && text.GetString() is { Length: > 3 };

    [GeneratedRegex("(ApiKey|personKey|Password|Secret|ConnectionString)$")]
    private static partial Regex SecretName();

    [GeneratedRegex(@"^=(nameOf|shortNameOf)\((abbreviations\.\w+|'alert'), ")]
    private static partial Regex Convention();
}
