namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <summary>A figure with its bar.</summary>
/// <param name="Value">Null when suppressed.</param>
/// <param name="Length">Share of the longest bar of its column, 0 to 1; 0 draws none.</param>
public sealed record BarValue(int? Value, double Length)
{
    public string Text => Shown.Count(Value);
}
