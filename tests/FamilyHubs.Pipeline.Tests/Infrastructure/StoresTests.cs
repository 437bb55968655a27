using System.Globalization;
using System.Text.Json;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.Infrastructure;

/// <summary>infra/stores.json, from which Bicep makes containers, tables, lifecycle rules and roles, against the code and the documents.</summary>
public sealed class StoresTests
{
    private static readonly string[] RemovableStores = [Containers.Landing, Containers.Archive, Containers.Lake, Containers.Quarantine, Containers.Reports, Containers.Config];

    private static readonly JsonElement Stores = RepositoryFiles.Json("infra/stores.json");

    [Fact]
    public void Containers_AreThoseOfTheCode() => Assert.Equal(Containers.All.Order(StringComparer.Ordinal), Named("containers").Order(StringComparer.Ordinal));

    [Fact]
    public void Tables_AreThoseOfTheCode() =>
        Assert.Equal(TableNames.All.Order(StringComparer.Ordinal), Stores.GetProperty("tables").EnumerateArray().Select(t => t.GetString()!).Order(StringComparer.Ordinal));

    [Fact]
    public void Retention_IsWhatThePageOnPersonalDataSays()
    {
        var said = RepositoryFiles.TableRows("docs/personal-data.md", "container").Select(r => string.Join(' ', r[0].Trim('`'), r[1], r[2], r[3]));

        Assert.Equal(Stores.GetProperty("containers").EnumerateArray().Select(c => string.Join(
            ' ', c.GetProperty("name").GetString(), Days(c, "coldAfterDays"), Days(c, "deleteAfterDays"), Days(c, "immutableDays"))), said);
    }

    [Fact]
    public void Immutability_IsNowhereWhereAChildsRowsMustBeRemovable() =>
        Assert.All(
            Stores.GetProperty("containers").EnumerateArray().Where(c => RemovableStores.Contains(c.GetProperty("name").GetString(), StringComparer.Ordinal)),
            c => Assert.Equal("-", Days(c, "immutableDays")));

    [Fact]
    public void RawData_IsDeletedWithinHalfAYear() =>
        Assert.All(
            Stores.GetProperty("containers").EnumerateArray().Where(c => c.GetProperty("name").GetString() is Containers.Landing or Containers.Archive or Containers.Quarantine),
            c => Assert.InRange(c.GetProperty("deleteAfterDays").GetInt32(), 1, 183));

    [Fact]
    public void SoftDelete_EndsErasureWithinAMonth() => Assert.InRange(Stores.GetProperty("softDeleteDays").GetInt32(), 7, 30);

    [Fact]
    public void Grants_GiveTheAppEachContainerOnce() => Assert.Equal(
        Containers.All.Order(StringComparer.Ordinal),
        Grants().Where(g => g.To == "app").Select(g => g.Container).Order(StringComparer.Ordinal));

    [Fact]
    public void Grants_NameRolesOfTheRolesFile()
    {
        var roles = RepositoryFiles.Json("infra/roles.json").EnumerateObject().Select(r => r.Name).ToHashSet(StringComparer.Ordinal);

        Assert.All(Grants(), grant => Assert.Contains(grant.Role, roles));
    }

    [Theory]
    [InlineData("commissioners", "snapshots StorageBlobDataReader")]
    [InlineData("governance", "audit StorageBlobDataReader")]
    [InlineData("sender", "landing StorageBlobDataContributor")]
    [InlineData("deployer", "config StorageBlobDataContributor|landing StorageBlobDataContributor")]
    [InlineData("informatics", "archive StorageBlobDataReader|config StorageBlobDataContributor|lake StorageBlobDataReader|quarantine StorageBlobDataReader")]
    public void Grants_OfPeople_AreNoMoreThanAgreed(string to, string agreed) =>
        Assert.Equal(agreed, string.Join('|', Grants().Where(g => g.To == to).Select(g => $"{g.Container} {g.Role}").Order(StringComparer.Ordinal)));

    private static IEnumerable<(string Container, string Role, string To)> Grants() => Stores.GetProperty("grants").EnumerateArray()
        .Select(g => (g.GetProperty("container").GetString()!, g.GetProperty("role").GetString()!, g.GetProperty("to").GetString()!));

    private static IEnumerable<string> Named(string list) => Stores.GetProperty(list).EnumerateArray().Select(c => c.GetProperty("name").GetString()!);

    private static string Days(JsonElement container, string rule) =>
        container.GetProperty(rule) is { ValueKind: JsonValueKind.Number } days ? days.GetInt32().ToString(CultureInfo.InvariantCulture) : "-";
}
