using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>IndicatorReturns → <see cref="IndicatorReturns"/>. A return names an indicator by its id alone.</summary>
internal sealed class IndicatorReturnReader(IReadOnlyCollection<string> indicators) : ITableReader
{
    private readonly HashSet<string> _wanted = new(indicators, StringComparer.Ordinal);

    public string Table => "IndicatorReturns";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("Organisation", ColumnType.Text),
        new("Indicator", ColumnType.Text),
        new("Level", ColumnType.Text),
        new("AreaCode", ColumnType.Text),
        new("Period", ColumnType.Text),
        new("Numerator", ColumnType.Number),
        new("Denominator", ColumnType.Number),
        new("Value", ColumnType.Number),
    ];

    public IndicatorReturns Rows { get; } = new();

    public void Read(ColumnSet rows)
    {
        var organisations = rows.Texts("Organisation");
        var indicators = rows.Texts("Indicator");
        var levels = rows.Texts("Level");
        var codes = rows.Texts("AreaCode");
        var periods = rows.Texts("Period");
        var numerators = rows.Numbers("Numerator");
        var denominators = rows.Numbers("Denominator");
        var values = rows.Numbers("Value");
        for (var row = 0; row < rows.RowCount; row++)
        {
            if (indicators[row] is { } indicator && _wanted.Contains(indicator)
                && levels[row] is { } level && codes[row] is { } code && periods[row] is { } period)
            {
                Rows.Add(new ReturnRow(
                    organisations[row] ?? string.Empty,
                    indicator,
                    level.Trim(),
                    code.Trim(),
                    period.Trim(),
                    numerators[row],
                    denominators[row],
                    values[row]));
            }
        }
    }
}
