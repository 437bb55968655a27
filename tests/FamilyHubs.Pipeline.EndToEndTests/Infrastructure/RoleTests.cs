using System.Text.Json;
using System.Text.RegularExpressions;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Infrastructure;

/// <summary>Who may do what: every role by its name in infra/roles.json, every assignment with a stable name and the kind of its holder.</summary>
public sealed partial class RoleTests(Templates templates) : IClassFixture<Templates>
{
    private const string Assignment = "Microsoft.Authorization/roleAssignments";

    private static readonly string[] ByModule = ["modules/account-access.bicep", "modules/container-access.bicep"];

    [Fact]
    public void Guids_AreInTheRolesFileOnly() => Assert.All(
        Directory.EnumerateFiles(Repository.At("infra"), "*.bicep", SearchOption.AllDirectories), file => Assert.False(Guid().IsMatch(File.ReadAllText(file)), file));

    [Fact]
    public void Roles_AreAllUsed()
    {
        using var roles = JsonDocument.Parse(File.ReadAllText(Repository.At("infra", "roles.json")));
        var used = File.ReadAllText(Repository.At("infra", "stores.json")) + string.Concat(
            Directory.EnumerateFiles(Repository.At("infra"), "*.bicep", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.All(roles.RootElement.EnumerateObject(), role =>
        {
            Assert.True(System.Guid.TryParse(role.Value.GetString(), out _));
            Assert.Contains(role.Name, used, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Assignments_HaveStableNamesAndSayTheirHoldersKind()
    {
        var assignments = templates.OfType(Assignment);

        Assert.Equal(4, assignments.Count);
        Assert.All(assignments, a =>
        {
            Assert.Matches(StableName(), a.At("name"));
            Assert.Contains(a.At("properties.principalType"), new[] { "ServicePrincipal", "=principalType" });
            Assert.StartsWith("=subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ", a.At("properties.roleDefinitionId"), StringComparison.Ordinal);
            Assert.NotEqual(BicepResource.Missing, a.At("scope"));
        });
    }

    [Fact]
    public void App_HasNoRoleOnTheWholeDataAccountThatReachesBlobs()
    {
        var roles = Variable("dataAccountRoles");

        Assert.Equal("""[{"$":"roles.StorageQueueDataContributor"},{"$":"roles.StorageTableDataContributor"},{"$":"roles.StorageBlobDelegator"}]""", roles);
    }

    [Fact]
    public void Host_HasTheThreeRolesThatTheFunctionsHostNeeds() => Assert.Equal(
        """[{"$":"roles.StorageBlobDataOwner"},{"$":"roles.StorageQueueDataContributor"},{"$":"roles.StorageTableDataContributor"}]""", Variable("hostRoles"));

    [Fact]
    public void Roles_AreGivenByTheseModulesOnly() => Assert.Equal(
        ByModule.Append("modules/key-vault.bicep").Append("modules/monitoring.bicep").Order(StringComparer.Ordinal),
        templates.OfType(Assignment).Select(a => a.File).Order(StringComparer.Ordinal));

    private string Variable(string name) => templates.Main.GetProperty("variables").EnumerateArray()
        .Single(v => v.GetProperty("name").GetString() == name).GetProperty("value").GetRawText();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Guid();

    [GeneratedRegex(@"^=guid\([\w.:]+\.id, \w+, [\w.]+\)$")]
    private static partial Regex StableName();
}
