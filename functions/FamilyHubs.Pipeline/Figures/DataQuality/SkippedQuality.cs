namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <param name="Table">Name of a file that is not in scope.</param>
/// <param name="Bytes">Its size, unpacked.</param>
public sealed record SkippedQuality(string Table, long Bytes);
