using FamilyHubs.Deployment;
using static FamilyHubs.Pipeline.Tests.Infrastructure.Hooks.RecordedCommands;

namespace FamilyHubs.Pipeline.Tests.Infrastructure.Hooks;

public sealed class HookTests
{
    private const string Upload = "az storage blob upload";

    private readonly HookFixture _fixture = new();

    private List<string> Lines => _fixture.Commands.Lines;

    [Fact]
    public async Task Check_ProviderNotRegistered_RegistersIt()
    {
        _fixture.Commands.Answer("az provider show --namespace Microsoft.App ", Done("NotRegistered\n")).Answer("az provider show", Done("Registered\n"));

        await new CheckBefore(_fixture.Services()).RunAsync(CancellationToken.None);

        Assert.Equal(["az provider register --namespace Microsoft.App --wait"], Lines.Where(l => l.Contains("register --", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Check_FirstTime_FixesTheMonthOfTheBudget()
    {
        _fixture.Commands.Answer("az provider show", Done("Registered"));

        await new CheckBefore(_fixture.Services()).RunAsync(CancellationToken.None);

        Assert.Contains("azd env set BUDGET_START 2026-03-01", Lines);
    }

    [Fact]
    public async Task Check_Again_LeavesTheMonthOfTheBudget()
    {
        _fixture.Commands.Answer("az provider show", Done("Registered"));

        await new CheckBefore(_fixture.With("BUDGET_START", "2025-11-01").Services()).RunAsync(CancellationToken.None);

        Assert.DoesNotContain(Lines, l => l.StartsWith("azd env set", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a-name-with-dashes")]
    [InlineData("Prod")]
    [InlineData("averyverylongname")]
    public async Task Check_NameThatDoesNotFit_IsRefused(string name) => Assert.Contains(
        name, (await Assert.ThrowsAsync<HookException>(() => new CheckBefore(_fixture.With("AZURE_ENV_NAME", name).Services()).RunAsync(CancellationToken.None))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Check_NobodyToTell_IsRefused() => Assert.Contains(
        "OPERATIONS_EMAIL",
        (await Assert.ThrowsAsync<HookException>(() => new CheckBefore(_fixture.Without("OPERATIONS_EMAIL").Services()).RunAsync(CancellationToken.None))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task SignIn_FirstTime_KeepsTheClientId()
    {
        _fixture.Commands.Answer("az ad app create", Done("11111111-2222-3333-4444-555555555555\n"));

        await new RegisterSignIn(_fixture.Services()).RunAsync(CancellationToken.None);

        Assert.Contains("azd env set SIGN_IN_CLIENT_ID 11111111-2222-3333-4444-555555555555", Lines);
    }

    [Fact]
    public async Task SignIn_Again_MakesNoSecondRegistration()
    {
        await new RegisterSignIn(_fixture.With("SIGN_IN_CLIENT_ID", "id").Services()).RunAsync(CancellationToken.None);

        Assert.StartsWith("az ad app update --id id --app-roles @", Assert.Single(Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trust_KnownCredential_IsNotMadeAgain()
    {
        _fixture.Commands.Answer("az ad app federated-credential list", Done("function-app-identity\n"));

        await new TrustSignIn(_fixture.With("SIGN_IN_CLIENT_ID", "id").Services()).RunAsync(CancellationToken.None);

        Assert.DoesNotContain(Lines, l => l.Contains("federated-credential create", StringComparison.Ordinal));
        Assert.Contains(Lines, l => l.Contains("--web-redirect-uris https://func-fhp-test.azurewebsites.net/.auth/login/aad/callback", StringComparison.Ordinal));
        Assert.Contains("az ad sp update --id id --set appRoleAssignmentRequired=true", Lines);
    }

    [Fact]
    public async Task Trust_FirstTime_NamesTheIdentityAndNoSecret()
    {
        await new TrustSignIn(_fixture.With("SIGN_IN_CLIENT_ID", "id").Services()).RunAsync(CancellationToken.None);

        Assert.Contains("\"subject\":\"00000000-0000-0000-0000-000000000003\"", Assert.Single(_fixture.Commands.Files), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_RoleThatTakesAWhile_IsTriedAgain()
    {
        _fixture.Commands.Answer(Upload, Failed("ErrorCode:AuthorizationPermissionMismatch"), Failed("ErrorCode:AuthorizationPermissionMismatch"), Done(string.Empty));

        await new WaitForRoles(_fixture.Services()).RunAsync(CancellationToken.None);

        Assert.Equal(3, Lines.Count(l => l.StartsWith(Upload, StringComparison.Ordinal)));
        Assert.Contains(Lines, l => l.StartsWith("az storage blob delete", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wait_DataNotReachedFromHere_GoesOn()
    {
        _fixture.Commands.Answer(Upload, Failed("The request may be blocked by network rules of storage account."));

        await new WaitForRoles(_fixture.Services()).RunAsync(CancellationToken.None);

        Assert.Contains("not reached from here", _fixture.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_RoleThatNeverComes_IsToldAfterAWhile()
    {
        _fixture.Commands.Answer(Upload, Failed("ErrorCode:AuthorizationPermissionMismatch"));

        await Assert.ThrowsAsync<HookException>(() => new WaitForRoles(_fixture.Services()).RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Subscribe_AppThatIsNotUpYet_IsTriedAgain()
    {
        _fixture.Commands.Answer("az deployment group create", Failed("Webhook validation handshake failed"), Done(string.Empty));

        await new Subscribe(_fixture.Services()).RunAsync(CancellationToken.None);

        Assert.Equal(2, Lines.Count);
    }

    [Fact]
    public async Task Subscribe_Parameters_AreThoseOfTheTemplate()
    {
        await new Subscribe(_fixture.Services()).RunAsync(CancellationToken.None);

        var declared = RepositoryFiles.Read("infra/event-subscriptions.bicep").Split('\n').Where(l => l.StartsWith("param ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1]);
        Assert.All(declared, name => Assert.Contains($" {name}=", Lines[0], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("essex/profile.json", "config", "essex/profile.json")]
    [InlineData("essex/reference/postcodes.csv", "landing", "essex/reference/postcodes.csv")]
    public void FirstFiles_Place_IsByFolder(string path, string container, string name) => Assert.Equal((container, name), UploadFirstFiles.PlaceOf(path));

    [Theory]
    [InlineData("README.md")]
    [InlineData("essex/reference/notes.txt")]
    [InlineData("essex/20190401_0100/SRManifest.csv")]
    public void FirstFiles_AnythingElse_HasNoPlace(string path) => Assert.Null(UploadFirstFiles.PlaceOf(path));

    [Fact]
    public async Task FirstFiles_AreNeverOverwritten()
    {
        var root = Directory.CreateTempSubdirectory("familyhubs-hook-");
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(root.FullName, "infra", "first", "essex", "reference"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "recipients.csv"), "Email\n");
            _fixture.Commands.Answer(Upload, Failed("ErrorCode:BlobAlreadyExists"));

            await new UploadFirstFiles(_fixture.Services(root.FullName)).RunAsync(CancellationToken.None);

            Assert.Contains("--overwrite false", Assert.Single(Lines), StringComparison.Ordinal);
            Assert.Contains("0 first files put", _fixture.Output.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("""[{"extract":"20190325_0100","state":"done"}]""", "done")]
    [InlineData("""[{"extract":"20190318_0100","state":"done"}]""", null)]
    [InlineData("[]", null)]
    public void SmokeTest_State_IsThatOfTheExtract(string json, string? state) => Assert.Equal(state, SmokeTest.StateOf(json, "20190325_0100"));
}
