using System.Text.Json;
using FamilyHubs.Deployment;
using static FamilyHubs.Pipeline.Tests.Infrastructure.Hooks.RecordedCommands;

namespace FamilyHubs.Pipeline.Tests.Infrastructure.Hooks;

public sealed class MakeSecretsTests
{
    private const string Get = "az rest --method get";

    private readonly HookFixture _fixture = new();

    [Fact]
    public async Task Run_FirstTime_MakesAKeyOf32Bytes()
    {
        _fixture.Commands.Answer(Get, Failed("ERROR: Not Found({\"error\":{\"code\":\"SecretNotFound\"}})"));

        await new MakeSecrets(_fixture.Services()).RunAsync(CancellationToken.None);

        Assert.Equal(32, Convert.FromBase64String(Deployed("personKey")).Length);
        Assert.Equal("not-set", Deployed("mailApiKey"));
        Assert.Contains("placeholder", _fixture.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Twice_MakesDifferentKeysNever()
    {
        await new MakeSecrets(_fixture.Services()).RunAsync(CancellationToken.None);

        Assert.DoesNotContain(_fixture.Commands.Lines, line => line.StartsWith("az deployment", StringComparison.Ordinal));
        Assert.Contains(_fixture.Commands.Lines, line => line.Contains("configreferences/appsettings/refresh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_NewMailKey_LeavesThePersonKeyAlone()
    {
        await new MakeSecrets(_fixture.With("MAIL_API_KEY", "SG.another").Services()).RunAsync(CancellationToken.None);

        Assert.Equal("SG.another", Deployed("mailApiKey"));
        Assert.Equal(string.Empty, Deployed("personKey"));
    }

    [Fact]
    public async Task Run_VaultThatDoesNotAnswer_MakesNothing()
    {
        _fixture.Commands.Answer(Get, Failed("ERROR: Forbidden(Caller is not authorized)"));

        await Assert.ThrowsAsync<HookException>(() => new MakeSecrets(_fixture.Services()).RunAsync(CancellationToken.None));
        Assert.DoesNotContain(_fixture.Commands.Lines, line => line.StartsWith("az deployment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_Secrets_AreOnNoCommandLine()
    {
        _fixture.Commands.Answer(Get, Failed("NotFound"));

        await new MakeSecrets(_fixture.With("MAIL_API_KEY", "SG.secret").Services()).RunAsync(CancellationToken.None);

        Assert.DoesNotContain(_fixture.Commands.Lines, line => line.Contains("SG.secret", StringComparison.Ordinal) || line.Contains(Deployed("personKey"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_Parameters_AreThoseOfTheTemplate()
    {
        _fixture.Commands.Answer(Get, Failed("NotFound"));

        await new MakeSecrets(_fixture.Services()).RunAsync(CancellationToken.None);

        var declared = RepositoryFiles.Read("infra/secrets.bicep").Split('\n').Where(l => l.StartsWith("param ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1]);
        Assert.Equal(declared.Order(StringComparer.Ordinal), Parameters().EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    private JsonElement Parameters() => JsonDocument.Parse(Assert.Single(_fixture.Commands.Files)).RootElement.GetProperty("parameters");

    private string Deployed(string name) => Parameters().GetProperty(name).GetProperty("value").GetString()!;
}
