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
    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly (string Reason, Func<ContractColumn, bool>? Fits, byte[] With)[] _kinds =
    [
        (ReasonCodes.TooFewFields, null, []),
        (ReasonCodes.TooManyFields, null, []),
        (ReasonCodes.MissingKey, column => column.Filled, []),
        (ReasonCodes.BadInteger, column => column.Type == ColumnType.Integer, "12x4"u8.ToArray()),
        (ReasonCodes.BadNumber, column => column.Type == ColumnType.Number, "3.4.5"u8.ToArray()),
        (ReasonCodes.BadBoolean, column => column.Type == ColumnType.Boolean, "maybe"u8.ToArray()),
        (ReasonCodes.BadDate, column => column.Type is ColumnType.Date or ColumnType.DateTime, "31 Feb 2019 09:00:00"u8.ToArray()),
        (ReasonCodes.BadDate, column => column.Type is ColumnType.Date or ColumnType.DateTime, "2019-03-05T09:00"u8.ToArray()),
        (ReasonCodes.UnclosedQuote, column => column.Type == ColumnType.Text, [qualifier, .. "lost"u8]),
    ];

    public IReadOnlyList<PlantedFault> Planted => _planted;

    /// <summary>A fault for the row that is about to be written, or null. Of the faults that fit the row, the rarest so far.</summary>
    public Fault? Draw(TableWriter table, ReadOnlySpan<Cell> cells)
    {
        var chosen = random.Chance(Rate);
        var (firstKind, firstCell) = (random.Below(_kinds.Length), random.Below(cells.Length));
        if (!chosen || table.HasLineBreak || cells.Length < 4 || _tables.GetValueOrDefault(table.Layout.Table) >= MostInATable)
        {
            return null;
        }

        Fault? fault = null;
        for (var i = 0; i < _kinds.Length; i++)
        {
            var (reason, fits, with) = _kinds[(firstKind + i) % _kinds.Length];
            var position = fits is null ? -1 : Find(table.Layout, cells, firstCell, fits);
            var isRarer = fault is null || _reasons.GetValueOrDefault(reason) < _reasons.GetValueOrDefault(fault.Reason);
            if (isRarer && (fits is null || position >= 0))
            {
                fault = new Fault(reason, position, with);
            }
        }

        return Note(table, fault!);
    }

    private Fault Note(TableWriter table, Fault fault)
    {
        var name = table.Layout.Table;
        _tables[name] = _tables.GetValueOrDefault(name) + 1;
        _reasons[fault.Reason] = _reasons.GetValueOrDefault(fault.Reason) + 1;
        var isOfRecord = fault.Position < 0 || fault.Reason == ReasonCodes.UnclosedQuote;
        _planted.Add(new PlantedFault(extract, name, table.Line, isOfRecord ? null : table.Layout.Columns[fault.Position].Name, fault.Reason));
        return fault;
    }

    /// <summary>A filled cell of a kind, from a drawn one on; -1 when the row has none.</summary>
    private static int Find(TableLayout layout, ReadOnlySpan<Cell> cells, int first, Func<ContractColumn, bool> fits)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var position = (first + i) % cells.Length;
            if (cells[position].Length > 0 && fits(layout.Columns[position]))
            {
                return position;
            }
        }

        return -1;
    }
}
