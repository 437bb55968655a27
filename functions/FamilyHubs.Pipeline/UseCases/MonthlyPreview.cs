namespace FamilyHubs.Pipeline.UseCases;

/// <summary>The page of a month as a reader sees it, and the national view as a file, or why there are none.</summary>
/// <param name="Page">HTML of the page; null when refused.</param>
/// <param name="National">The national view as CSV; null when refused.</param>
/// <param name="IsPublished">Taken from the published run; false when it was computed for this preview and is kept nowhere.</param>
/// <param name="Refusal">A sentence with the remedy; null when there is a preview.</param>
public sealed record MonthlyPreview(string? Page, ReadOnlyMemory<byte>? National, bool IsPublished, string? Refusal)
{
    public static MonthlyPreview Refused(string why) => new(null, null, false, why);
}
