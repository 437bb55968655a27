using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>IndicatorReturns → <see cref="IndicatorReturns"/>. A return names an indicator by its id alone. A row of a level that no report has is left out, and is a finding.</summary>
internal sealed class IndicatorReturnReader(IReadOnlyCollection<string> indicators) : ITableReader
{
    private readonly HashSet<string> _wanted = new(indicators, StringComparer.Ordinal);

    private long _checked;
    private long _unknownLevel;

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

    public Finding UnknownLevel => new(QualityRules.ReturnUnknownLevel, Table, _unknownLevel, _checked);

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
            if (indicators[row] is not { } indicator || !_wanted.Contains(indicator)
                || levels[row] is not { } text || codes[row] is not { } code || periods[row] is not { } period)
            {
                continue;
            }

            _checked++;
            if (ReturnPlaces.LevelOf(text) is not { } level)
            {
                _unknownLevel++;
            }
            else
            {
                Rows.Add(new ReturnRow(
                    organisations[row] ?? string.Empty,
                    indicator,
                    level,
                    code.Trim(),
                    period.Trim(),
                    numerators[row],
                    denominators[row],
                    values[row]));
            }
        }
    }
}
