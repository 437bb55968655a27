using FamilyHubs.Pipeline.Extracts.Batches;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What the name of a blob in <c>landing</c> says (product.md, What goes in).</summary>
/// <param name="Area">Area.</param>
/// <param name="Extract">Name of the batch, or path of a return or reference file below the area.</param>
/// <param name="IsBatch">A batch, by its manifest.</param>
internal sealed record LandedName(string Area, string Extract, bool IsBatch)
{
    private static readonly string[] FileFolders = ["returns", "reference"];

    /// <summary>
    /// Null when the blob calls for nothing: a part of a batch, or a file at a place where none is expected. The pattern of a trigger lets a name in
    /// braces hold slashes; an area and a batch have none.
    /// </summary>
    /// <param name="blob">Name within the container.</param>
    public static LandedName? Of(string blob) => blob.Split('/') switch
    {
        [{ Length: > 0 } area, var folder, { Length: > 0 } file] when FileFolders.Contains(folder, StringComparer.Ordinal) =>
            new LandedName(area, $"{folder}/{file}", IsBatch: false),
        [{ Length: > 0 } area, { Length: > 0 } extract, Manifest.FileName] => new LandedName(area, extract, IsBatch: true),
        _ => null,
    };
}
