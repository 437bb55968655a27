using FamilyHubs.Pipeline.Publishing.Charts;

namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>A chart that stands by itself: SVG on a page, PNG by content id in a mail, its description in plain text.</summary>
public sealed record Figure(ChartModel Chart) : Block;
