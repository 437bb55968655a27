using System.Text.Json;

namespace FamilyHubs.Pipeline.Tests.Infrastructure;

/// <summary>azure.yaml: its form, and that everything it names is there.</summary>
public sealed class AzureYamlTests
{
    private static readonly JsonElement Azure = YamlFile.Read("azure.yaml");

    private static IEnumerable<string> Hooks => Azure.GetProperty("hooks").EnumerateObject().SelectMany(e => e.Value.EnumerateArray()).Select(h => h.GetProperty("run").GetString()!);

    [Fact]
    public async Task File_FitsItsSchema() => Assert.Empty(await RepositoryFiles.FaultsAsync("azure.schema.json", Azure.GetRawText()));

    [Theory]
    [InlineData("host: function", "host: functions")]
    [InlineData("language: dotnet", "language: fsharp")]
    [InlineData("postdeploy:", "postdeployed:")]
    [InlineData("name: familyhubs-pipeline", "name: FamilyHubs")]
    public async Task File_WithAFault_DoesNotFitItsSchema(string right, string wrong)
    {
        var broken = Azure.GetRawText().Replace(JsonOf(right), JsonOf(wrong), StringComparison.Ordinal);

        Assert.NotEqual(Azure.GetRawText(), broken);
        Assert.NotEmpty(await RepositoryFiles.FaultsAsync("azure.schema.json", broken));
    }

    [Fact]
    public void File_NamesThePublishedSchema() =>
        Assert.StartsWith("# yaml-language-server: $schema=https://raw.githubusercontent.com/Azure/azure-dev/", RepositoryFiles.Read("azure.yaml"), StringComparison.Ordinal);

    [Fact]
    public void Paths_AreThere()
    {
        Assert.True(File.Exists(RepositoryFiles.At("infra/main.bicep")));
        Assert.True(File.Exists(RepositoryFiles.At("infra/main.parameters.json")));
        Assert.All(
            Azure.GetProperty("services").EnumerateObject(),
            service => Assert.NotEmpty(Directory.GetFiles(RepositoryFiles.At(service.Value.GetProperty("project").GetString()!), "*.csproj")));
    }

    [Fact]
    public void Service_IsTheOneThatTheAppIsTaggedWith() => Assert.Contains(
        $"var serviceName = '{Azure.GetProperty("services").EnumerateObject().Single().Name}'", RepositoryFiles.Read("infra/main.bicep"), StringComparison.Ordinal);

    [Fact]
    public void Hooks_AreThere() => Assert.Equal(
        Directory.GetFiles(RepositoryFiles.At("infra/hooks"), "*.cs").Select(f => $"./infra/hooks/{Path.GetFileName(f)}").Order(StringComparer.Ordinal),
        Hooks.Order(StringComparer.Ordinal));

    [Fact]
    public void Hooks_AreSingleFilesThatNeedNoPackage() => Assert.All(Hooks, hook =>
    {
        var text = RepositoryFiles.Read(hook[2..]);
        Assert.StartsWith("#!/usr/bin/env dotnet\n", text, StringComparison.Ordinal);
        Assert.Contains("#:property PublishAot=false", text, StringComparison.Ordinal);
        Assert.DoesNotContain("#:package", text, StringComparison.Ordinal);
    });

    private static string JsonOf(string yaml) => yaml.Split(": ", 2) is [var key, var value] && value.Length > 0 ? $"\"{key}\":\"{value}\"" : $"\"{yaml.TrimEnd(':')}\"";
}
