using FamilyHubs.Pipeline.Publishing;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>The mail and the page of a reader, or why there are none.</summary>
/// <param name="Mail">The mail as it would be sent; null when refused.</param>
/// <param name="Page">HTML of the page; null when refused.</param>
/// <param name="IsPublished">Taken from the published run; false when it was computed for this preview and is kept nowhere.</param>
/// <param name="Refusal">A sentence with the remedy; null when there is a preview.</param>
public sealed record WeeklyPreview(MailContent? Mail, string? Page, bool IsPublished, string? Refusal)
{
    public static WeeklyPreview Refused(string why) => new(null, null, false, why);
}
