using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing;

namespace FamilyHubs.Pipeline.StorageTests.Tables;

public sealed class InMemoryTablesTests : TablesContract
{
    protected override Task<(ITables Tables, string Table)> NewAsync() =>
        Task.FromResult<(ITables, string)>((new InMemoryTables(pageRows: 7), TableNames.Runs));
}
