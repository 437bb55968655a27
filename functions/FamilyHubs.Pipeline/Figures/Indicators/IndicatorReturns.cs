namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>What partners sent in, by the id of the indicator or count.</summary>
internal sealed class IndicatorReturns
{
    private readonly Dictionary<string, List<ReturnRow>> _rows = new(StringComparer.Ordinal);

    public IReadOnlyList<ReturnRow> Of(string indicator) => _rows.GetValueOrDefault(indicator, []);

    public void Add(ReturnRow row)
    {
        if (!_rows.TryGetValue(row.Indicator, out var rows))
        {
            _rows[row.Indicator] = rows = [];
        }

        rows.Add(row);
    }
}
