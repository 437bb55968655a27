namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>What a chart says, apart from how it is drawn: SVG on pages, PNG in mails.</summary>
/// <param name="Id">Unique on its page; names the title and the description, and the image of a mail.</param>
/// <param name="Title">What is shown, for whom and when.</param>
/// <param name="Description">A full sentence with the numbers, for those who do not see the chart.</param>
public sealed record ChartModel(string Id, ChartKind Kind, string Title, string Description, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Limits, target and icons of a control chart; null for other charts.</summary>
    public ControlLines? Control { get; init; }

    /// <summary>The greatest value, 0 when no figure is shown.</summary>
    public double Greatest => Points.Max(point => point.Value) ?? 0;
}
