using System.Runtime.CompilerServices;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Tests.People;

public sealed class TableScanTests
{
    [Fact]
    public async Task Run_ReadersOfOneTable_ShareOnePassWithTheirColumnsTogether()
    {
        var tables = new CountingTables();
        Reader first = new("SRCode", "IDPatient"), second = new("SREvent", "IDPatient"), third = new("SRCode", "IDPatient", "IDEvent");

        await TableScan.RunAsync(tables, [first, second, third], CancellationToken.None);

        Assert.Equal(["SRCode: IDPatient, IDEvent", "SREvent: IDPatient"], tables.Passes);
        Assert.Equal((2, 2, 2), (first.Rows, second.Rows, third.Rows));
    }

    [Fact]
    public async Task Run_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => TableScan.RunAsync(new CountingTables(), [new Reader("SRCode", "IDPatient")], source.Token));
    }

    private sealed class Reader(string table, params string[] columns) : ITableReader
    {
        public int Rows { get; private set; }

        public string Table => table;

        public IReadOnlyList<ColumnDefinition> Columns => [.. columns.Select(name => new ColumnDefinition(name, ColumnType.Integer))];

        public void Read(ColumnSet rows) => Rows += rows.RowCount;
    }

    private sealed class CountingTables : IExtractTables
    {
        public List<string> Passes { get; } = [];

        public string Extract => "20190401_0100";

        public async IAsyncEnumerable<ColumnSet> ReadAsync(
            string table, IReadOnlyList<ColumnDefinition> columns, [EnumeratorCancellation] CancellationToken cancel)
        {
            Passes.Add($"{table}: {string.Join(", ", columns.Select(column => column.Name))}");
            await Task.Yield();
            var batch = new ColumnSet(new TableSchema(table, columns, []));
            foreach (var column in batch.Columns)
            {
                column.AppendNull();
            }

            yield return batch;
            yield return batch;
        }
    }
}
