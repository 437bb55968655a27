using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>
/// Spoils a row now and then, so that the reader must refuse it, and keeps the list. So few in a table that no batch is refused for them:
/// a table needs more than ten (extracts.md 1).
/// </summary>
internal sealed class FaultPlanter(string extract, Prng random, byte qualifier)
{
    private const int MostInATable = 6;

    private const double Rate = 1 / 150.0;

    private readonly List<PlantedFault> _planted = [];
    private readonly Dictionary<string, int> _tables = new(StringComparer.Ordinal);

    public IReadOnlyList<PlantedFault> Planted => _planted;

    /// <summary>A fault for the row that is about to be written, or null.</summary>
    public Fault? Draw(TableWriter table, ReadOnlySpan<Cell> cells)
    {
        var chosen = random.Chance(Rate);
        var kind = random.Below(9);
        if (!chosen || table.HasLineBreak || cells.Length < 4 || _tables.GetValueOrDefault(table.Layout.Table) >= MostInATable)
        {
            return null;
        }

        var fault = kind switch
        {
            0 => new Fault(ReasonCodes.TooFewFields, -1, default),
            1 => new Fault(ReasonCodes.TooManyFields, -1, default),
            2 => Spoil(table, cells, column => column.Filled, ReasonCodes.MissingKey, ""u8.ToArray()),
            3 => Spoil(table, cells, column => column.Type == ColumnType.Integer, ReasonCodes.BadInteger, "12x4"u8.ToArray()),
            4 => Spoil(table, cells, column => column.Type == ColumnType.Number, ReasonCodes.BadNumber, "3.4.5"u8.ToArray()),
            5 => Spoil(table, cells, column => column.Type == ColumnType.Boolean, ReasonCodes.BadBoolean, "maybe"u8.ToArray()),
            6 => Spoil(table, cells, column => column.Type is ColumnType.Date or ColumnType.DateTime, ReasonCodes.BadDate, "31 Feb 2019 09:00:00"u8.ToArray()),
            7 => Spoil(table, cells, column => column.Type is ColumnType.Date or ColumnType.DateTime, ReasonCodes.BadDate, "2019-03-05T09:00"u8.ToArray()),
            _ => Spoil(table, cells, column => column.Type == ColumnType.Text, ReasonCodes.UnclosedQuote, [qualifier, .. "lost"u8]),
        };
        if (fault is not null)
        {
            _tables[table.Layout.Table] = _tables.GetValueOrDefault(table.Layout.Table) + 1;
            var isOfRecord = fault.Position < 0 || fault.Reason == ReasonCodes.UnclosedQuote;
            var column = isOfRecord ? null : table.Layout.Columns[fault.Position].Name;
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
