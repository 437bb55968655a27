using Azure.Core;
using FamilyHubs.Pipeline.Azure.Tables;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.StorageTests.Tables;

[Collection(AzuriteTests.Name)]
public sealed class AzureTablesTests(AzuriteFixture azurite) : TablesContract
{
    [Fact]
    public async Task Insert_AnswerLostAfterTheWrite_IsTheOwnWrite()
    {
        var (table, transport) = (await azurite.NewTableAsync(), new LosingTransport());
        var tables = new AzureTables(azurite.TableService(transport));
        transport.LoseNext(RequestMethod.Post);

        var etag = await tables.InsertAsync(table, Claim("worker 1"), default);

        Assert.Equal(1, transport.Lost);
        Assert.Equal(etag, (await tables.FindAsync(table, "p", "r", default))!.ETag);
    }

    [Fact]
    public async Task Insert_AnswerLostAndReplacedByAnother_Conflicts()
    {
        var table = await azurite.NewTableAsync();
        var other = new AzureTables(azurite.TableService());
        var transport = new LosingTransport { Meanwhile = () => other.UpsertAsync(table, [Claim("worker 2")], default) };
        var tables = new AzureTables(azurite.TableService(transport));
        transport.LoseNext(RequestMethod.Post);

        await Assert.ThrowsAsync<TableConflictException>(() => tables.InsertAsync(table, Claim("worker 1"), default));

        Assert.Equal(1, transport.Lost);
    }

    [Fact]
    public async Task Replace_AnswerLostAfterTheWrite_IsTheOwnWrite()
    {
        var (table, transport) = (await azurite.NewTableAsync(), new LosingTransport());
        var tables = new AzureTables(azurite.TableService(transport));
        var before = await tables.InsertAsync(table, Claim("nobody"), default);
        transport.LoseNext(RequestMethod.Put);

        var after = await tables.ReplaceAsync(table, Claim("worker 1") with { ETag = before }, default);

        Assert.Equal(1, transport.Lost);
        Assert.NotEqual(before, after);
        Assert.Equal(after, (await tables.FindAsync(table, "p", "r", default))!.ETag);
    }

    [Fact]
    public async Task Replace_AnswerLostAndReplacedByAnother_Conflicts()
    {
        var table = await azurite.NewTableAsync();
        var other = new AzureTables(azurite.TableService());
        var transport = new LosingTransport { Meanwhile = () => other.UpsertAsync(table, [Claim("worker 2")], default) };
        var tables = new AzureTables(azurite.TableService(transport));
        var before = await tables.InsertAsync(table, Claim("nobody"), default);
        transport.LoseNext(RequestMethod.Put);

        await Assert.ThrowsAsync<TableConflictException>(() => tables.ReplaceAsync(table, Claim("worker 1") with { ETag = before }, default));
    }

    protected override async Task<(ITables Tables, string Table)> NewAsync() =>
        (new AzureTables(azurite.TableService()), await azurite.NewTableAsync());

    private static TableRow Claim(string owner) => Row("p", "r", new()
    {
        ["Owner"] = owner, ["At"] = new DateTimeOffset(2019, 4, 1, 6, 0, 0, 123, TimeSpan.Zero), ["Hash"] = new byte[] { 1, 2 }, ["Nothing"] = null,
    });
}
