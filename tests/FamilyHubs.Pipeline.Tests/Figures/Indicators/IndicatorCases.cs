using FamilyHubs.Pipeline.Figures.Indicators;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Indicators;

/// <summary>Computes one indicator of the small area.</summary>
internal static class IndicatorCases
{
    public static IndicatorDefinition Percentage(IndicatorSource source, double? target = 90, string polarity = "higher") =>
        new("i", "Partner", "Indicator", "percentage", polarity, source, target);

    public static async Task<IReadOnlyList<IndicatorFigure>> ComputeAsync(
        IndicatorDefinition indicator, Func<MonthTables, MonthTables> fill, string month = "2019-03")
    {
        var profile = await SmallArea.ProfileAsync() with { Indicators = [indicator] };
        var context = await fill(new MonthTables(profile)).ContextAsync(month);
        return await IndicatorCalculator.ComputeAsync(context, CancellationToken.None);
    }

    public static async Task<IndicatorFigure> AreaAsync(IndicatorDefinition indicator, Func<MonthTables, MonthTables> fill, string month = "2019-03") =>
        (await ComputeAsync(indicator, fill, month)).Single(figure => figure.Level == "area");
}
