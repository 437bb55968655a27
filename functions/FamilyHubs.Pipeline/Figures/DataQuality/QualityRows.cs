using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <summary>Adds up what rules counted: one row for each rule, table and place.</summary>
internal sealed class QualityRows(PlaceDirectory places)
{
    private readonly Dictionary<(string Rule, string Table, string Level, string Code), (long Failed, long Checked)> _rows = [];

    /// <summary>Counts a record of a person at the person's places; of who is out nowhere.</summary>
    public void Add(string rule, string table, int person, bool failed)
    {
        Span<int> buffer = stackalloc int[PlaceRows.MostPerPerson];
        foreach (var place in places.Of(person, buffer))
        {
            Add(rule, table, places.Places[place].Level, places.Places[place].Code, failed ? 1 : 0, 1);
        }
    }

    /// <summary>Adds what was counted over the whole extract, which is shown for the area.</summary>
    public void Add(Finding finding) =>
        Add(finding.Rule, finding.Table, places.Places[0].Level, places.Places[0].Code, finding.Failed, finding.Checked);

    public void Add(string rule, string table, string level, string code, long failed, long checkedRows)
    {
        var row = _rows.GetValueOrDefault((rule, table, level, code));
        _rows[(rule, table, level, code)] = (row.Failed + failed, row.Checked + checkedRows);
    }

    /// <summary>Rows by rule and table, in each by the report's places.</summary>
    public IReadOnlyList<DataQualityFigure> Figures()
    {
        var order = places.Places.Select((place, number) => ((place.Level, place.Code), number)).ToDictionary(pair => pair.Item1, pair => pair.number);
        return
        [
            .. _rows
                .OrderBy(row => row.Key.Rule, StringComparer.Ordinal)
                .ThenBy(row => row.Key.Table, StringComparer.Ordinal)
                .ThenBy(row => order.GetValueOrDefault((row.Key.Level, row.Key.Code), int.MaxValue))
                .ThenBy(row => row.Key.Code, StringComparer.Ordinal)
                .Select(row => new DataQualityFigure(
                    row.Key.Rule,
                    row.Key.Table,
                    row.Key.Level,
                    row.Key.Code,
                    row.Value.Failed,
                    row.Value.Checked,
                    Statistics.Percentage.Of(row.Value.Failed, row.Value.Checked))),
        ];
    }
}
