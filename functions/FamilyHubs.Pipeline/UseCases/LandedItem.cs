namespace FamilyHubs.Pipeline.UseCases;

/// <summary>A batch, return or reference file in <c>landing</c>.</summary>
/// <param name="Name">Name of the batch, or path of the file below the area.</param>
/// <param name="Blobs">ETags of its blobs by name below the area.</param>
public sealed record LandedItem(string Name, IReadOnlyDictionary<string, string> Blobs)
{
    /// <summary>True for a batch.</summary>
    public bool IsBatch => !Name.Contains('/', StringComparison.Ordinal);
}
