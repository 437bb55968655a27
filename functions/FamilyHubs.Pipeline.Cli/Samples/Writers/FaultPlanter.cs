using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>
/// Spoils a row now and then, so that the reader must refuse it, and keeps the list. So few in a table that no batch is refused for them:
/// a table needs more than ten (extracts.md 1).
/// </summary>
internal sealed class FaultPlanter(string extract, Prng random)
{
    public const string TooFewFields = "too-few-fields";

    public const string TooManyFields = "too-many-fields";

    private const int MostInATable = 6;

    private const double Rate = 1 / 150.0;

    private readonly List<PlantedFault> _planted = [];
    private readonly Dictionary<string, int> _tables = new(StringComparer.Ordinal);

    public IReadOnlyList<PlantedFault> Planted => _planted;

    /// <summary>A fault for the row that is about to be written, or null.</summary>
    public Fault? Draw(TableWriter table, ReadOnlySpan<Cell> cells)
    {
        var chosen = random.Chance(Rate);
        var kind = random.Below(8);
        if (!chosen || cells.Length < 4 || _tables.GetValueOrDefault(table.Layout.Table) >= MostInATable)
        {
            return null;
        }

        var fault = kind switch
        {
            0 => new Fault(TooFewFields, -1, default),
            1 => new Fault(TooManyFields, -1, default),
            2 => Spoil(table, cells, column => column.Filled, "missing-key", ""u8.ToArray()),
            3 => Spoil(table, cells, column => column.Type == ColumnType.Integer, "bad-integer", "12x4"u8.ToArray()),
            4 => Spoil(table, cells, column => column.Type == ColumnType.Number, "bad-number", "3.4.5"u8.ToArray()),
            5 => Spoil(table, cells, column => column.Type == ColumnType.Boolean, "bad-boolean", "maybe"u8.ToArray()),
            6 => Spoil(table, cells, column => column.Type is ColumnType.Date or ColumnType.DateTime, "bad-date", "31 Feb 2019 09:00:00"u8.ToArray()),
            _ => Spoil(table, cells, column => column.Type is ColumnType.Date or ColumnType.DateTime, "bad-date", "2019-03-05T09:00"u8.ToArray()),
        };
        if (fault is not null)
        {
            _tables[table.Layout.Table] = _tables.GetValueOrDefault(table.Layout.Table) + 1;
            var column = fault.Position < 0 ? null : table.Layout.Columns[fault.Position].Name;
            _planted.Add(new PlantedFault(extract, table.Layout.Table, table.Line, column, fault.Reason));
        }

        return fault;
    }

    /// <summary>The first filled cell of a kind, after a drawn one.</summary>
    private Fault? Spoil(TableWriter table, ReadOnlySpan<Cell> cells, Func<ContractColumn, bool> fits, string reason, byte[] with)
    {
        var start = random.Below(cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            var position = (start + i) % cells.Length;
            if (cells[position].Length > 0 && fits(table.Layout.Columns[position]))
            {
                return new Fault(reason, position, with);
            }
        }

        return null;
    }
}
