using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;
using FamilyHubs.Pipeline.Publishing.Weekly;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The locality dashboard (calculations.md 12, AE17-21 to 33) and before and after (AE17-49). Missing is missing, never zero.</summary>
internal static class IndicatorSections
{
    /// <summary>Null when the area has no indicators.</summary>
    public static Section? Dashboard(MonthlyView view, MonthlyPlaces places)
    {
        var indicators = view.Profile.Indicators.ToDictionary(one => one.Id, StringComparer.Ordinal);
        if (indicators.Count == 0)
        {
            return null;
        }

        List<Block> blocks = [.. places.Shown.Select(place => TableOf(view, indicators, place)).Where(table => table.Rows.Count > 0)];
        blocks.AddRange(PlaceDetails.Of(view, places, place => TableOf(view, indicators, place)));
        return blocks.Count == 0 ? null : new Section("indicators", "Locality dashboard", blocks);
    }

    /// <summary>Null when no indicator of the catchment has both years.</summary>
    public static Section? Progress(MonthlyView view, MonthlyPlaces places)
    {
        var indicators = view.Profile.Indicators.ToDictionary(one => one.Id, StringComparer.Ordinal);
        List<Block> tables = [];
        foreach (var place in places.Shown)
        {
            var rows = view.Details.Means
                .Where(mean => mean.Level == place.Level && mean.Code == place.Code && mean is { Before: not null, After: not null } && indicators.ContainsKey(mean.Indicator))
                .Where(mean => !IsHidden(view, mean))
                .Select(mean => ProgressRow(indicators[mean.Indicator], mean))
                .ToList();
            if (rows.Count > 0)
            {
                var year = Periods.Month.Parse(view.Report.Month).FinancialYear;
                tables.Add(new DataTable(
                    $"Before and after in {place.Name}: mean of the months of {year.Previous} and of {year} to date",
                    [
                        new DataColumn("Indicator", false), new DataColumn("Organisation", false), new DataColumn($"{year.Previous}"), new DataColumn($"{year} to date"),
                        new DataColumn("Difference"), new DataColumn("Progress", false, Tagged: true),
                    ],
                    rows));
            }
        }

        return tables.Count == 0 ? null : new Section("progress", "Before and after", tables);
    }

    /// <summary>What is hidden of this month gives no mean away (calculations.md 9).</summary>
    private static bool IsHidden(MonthlyView view, IndicatorMean mean) =>
        view.Report.Indicators.Any(row => row.Indicator == mean.Indicator && row.Level == mean.Level && row.Code == mean.Code && row.Suppressed);

    private static DataTable TableOf(MonthlyView view, Dictionary<string, IndicatorDefinition> indicators, Place place) => new(
        $"Indicators of {place.Name}, {Shown.Month(Periods.Month.Parse(view.Report.Month))}",
        [
            new DataColumn("Indicator", false), new DataColumn("Organisation", false), new DataColumn("Last year's mean"), new DataColumn("This month"),
            new DataColumn("Target"), new DataColumn("Mark", false, Tagged: true), new DataColumn("Colour", false, Tagged: true),
        ],
        [
            .. view.Report.Indicators.Where(row => row.Level == place.Level && row.Code == place.Code && indicators.ContainsKey(row.Indicator))
                .Select(row => Cells(view, indicators[row.Indicator], row)),
        ]);

    private static IReadOnlyList<string> Cells(MonthlyView view, IndicatorDefinition definition, IndicatorFigure row) =>
    [
        NameOf(definition) + (row.Period == view.Report.Month ? "" : $", {PlainText.Clean(row.Period)}"),
        PlainText.Clean(row.Organisation),
        Value(definition, row.Baseline),
        row.Value is null && !row.Suppressed ? "not returned" : Value(definition, row.Value, row.Suppressed),
        Value(definition, row.Target),
        StateWords.OfMark(row.Mark),
        StateWords.OfRag(row.Rag),
    ];

    private static IReadOnlyList<string> ProgressRow(IndicatorDefinition definition, IndicatorMean mean)
    {
        var polarity = definition.Polarity switch
        {
            "lower" => Polarity.Lower,
            "higher" => Polarity.Higher,
            _ => Polarity.Neutral,
        };
        var progress = BeforeAndAfter.Of(mean.Before, mean.After, polarity);
        return
        [
            NameOf(definition), PlainText.Clean(definition.Organisation), Value(definition, progress.Before), Value(definition, progress.After),
            Shown.Difference(progress.Difference), StateWords.OfProgress(progress.Rag),
        ];
    }

    private static string NameOf(IndicatorDefinition definition) =>
        PlainText.Clean(definition.Name, most: 120) + (definition.Polarity == "lower" ? " (lower is better)" : "");

    private static string Value(IndicatorDefinition definition, double? value, bool suppressed = false) =>
        definition.Unit == "percentage" ? Shown.Percent(value, suppressed) : Shown.Number(value, suppressed);
}
