using System.Globalization;

namespace FamilyHubs.Pipeline.Extracts.Batches;

/// <summary>Whether the files of a batch follow what has been committed (extracts.md 1: <c>gap</c>, <c>out-of-order</c>).</summary>
internal static class OrderChecks
{
    /// <param name="entries">Lines of the manifest for tables in scope.</param>
    /// <param name="history">What has been committed.</param>
    public static IEnumerable<ValidationFinding> Check(IReadOnlyList<ManifestEntry> entries, BatchHistory history)
    {
        // The first batch of an area is a full one: changes that come before it wait, unless they are all that ever will come (--force).
        var isTooEarly = history is { LastExtractTo.Count: 0, EarlierMayCome: true, Force: false } && entries.All(e => e.IsDelta);
        foreach (var entry in entries)
        {
            if (entry.To is not { } to)
            {
                yield return Finding(
                    Severity.Error, ReasonCodes.ManifestUnreadable, entry, "The manifest has no DateExtractTo for it.", "Have the extract drawn again.");
            }
            else if (history.IsUnknown)
            {
                continue;
            }
            else if (isTooEarly)
            {
                yield return Finding(
                    Severity.Error, ReasonCodes.Gap, entry,
                    "These are changes, and no batch of the area has been committed yet.", "Send the full extract; or use --force if there is none.");
            }
            else if (!history.LastExtractTo.TryGetValue(entry.Table, out var last))
            {
                if (entry.IsDelta)
                {
                    yield return Finding(
                        Severity.Warning, ReasonCodes.NoFullCopy, entry,
                        "These are changes to a table of which no copy has come.", "Ask for a full copy of the table, unless it is new.");
                }
            }
            else if (to < last)
            {
                yield return Finding(
                    history.Force ? Severity.Warning : Severity.Error, history.Force ? ReasonCodes.Forced : ReasonCodes.OutOfOrder, entry,
                    $"It was drawn up to {Stamp(to)}; what is committed goes up to {Stamp(last)}.",
                    "Older rows would replace newer ones: send a newer extract, or use --force for a planned re-load.");
            }
            else if (entry.IsDelta && (entry.From is not { } from || from > last))
            {
                yield return Finding(
                    Severity.Error, ReasonCodes.Gap, entry,
                    $"Its changes begin at {Stamp(entry.From)}; what is committed goes up to {Stamp(last)}.",
                    "Send the extract between the two, or a full copy of the table.");
            }
        }
    }

    /// <summary>Whether an earlier batch, should it still come, puts a finding right: a gap closes, an older batch stays older.</summary>
    public static bool CanWait(ValidationFinding finding) => finding.Code == ReasonCodes.Gap;

    /// <summary>Whether a finding is one of these checks.</summary>
    public static bool IsAboutOrder(ValidationFinding finding) =>
        finding.Code is ReasonCodes.Gap or ReasonCodes.OutOfOrder or ReasonCodes.Forced or ReasonCodes.NoFullCopy;

    private static ValidationFinding Finding(Severity severity, string code, ManifestEntry entry, string message, string remedy) =>
        new(severity, code, entry.Table, null, null, message, remedy);

    private static string Stamp(DateTime? stamp) => stamp?.ToString(Manifest.StampFormat, CultureInfo.InvariantCulture) ?? "no stated moment";
}
