namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>Compares two reports of the same month, figure by figure as they are kept in table storage (national.md 1.2: past periods are revised).</summary>
public static class MonthlyRevision
{
    /// <summary>The figures that differ, in the order of the later report; those that it has no more come last.</summary>
    public static IReadOnlyList<RevisedFigure> Between(MonthlyReport first, MonthlyReport now)
    {
        var before = Figures(first).ToDictionary(Key, figure => figure);
        List<RevisedFigure> revised = [];
        foreach (var figure in Figures(now))
        {
            var former = before.Remove(Key(figure), out var known) ? ValueOf(known) : FigureValue.None;
            if (former != ValueOf(figure))
            {
                revised.Add(Of(figure, former, ValueOf(figure)));
            }
        }

        revised.AddRange(before.Values.Where(figure => ValueOf(figure) != FigureValue.None).Select(figure => Of(figure, ValueOf(figure), FigureValue.None)));
        return revised;
    }

    private static IEnumerable<Figure> Figures(MonthlyReport report) => MonthlyFigureRows.Of(report).Values.SelectMany(figures => figures);

    private static (string Section, string Level, string Code, string Item, string Measure) Key(Figure figure) =>
        (figure.Section, figure.Level, figure.Code, figure.Item, figure.Measure);

    /// <summary>A report that was kept no longer says of how many an outcome's percentage is: that changes with the percentage or the numerator.</summary>
    private static FigureValue ValueOf(Figure figure) =>
        new(figure.Value, figure.Numerator, figure is { Section: "outcomes", Measure: "achieved" } ? null : figure.Denominator);

    private static RevisedFigure Of(Figure figure, FigureValue first, FigureValue now) =>
        new(figure.Section, figure.Level, figure.Code, figure.Item, figure.Measure, first, now);
}
