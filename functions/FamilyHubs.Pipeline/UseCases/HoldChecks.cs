using System.Globalization;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Whether a batch without a fault is likely to be wrong as a whole (quality.md 2): it is held until somebody has looked, because figures
/// from half the people would be published otherwise.
/// </summary>
internal static class HoldChecks
{
    /// <summary>What to do about a held batch.</summary>
    public static string Remedy(string extract, string area) =>
        $"Ask the sender. If it is right, take it: familyhubs extracts release {extract} --area {area}";

    /// <summary>The first reason to hold the batch, or null.</summary>
    /// <param name="reading">The batch.</param>
    /// <param name="organisations">Organisations among its rows.</param>
    /// <param name="committed">What was committed.</param>
    /// <param name="profile">Limits.</param>
    public static ValidationFinding? Find(
        BatchReading reading, IReadOnlyList<string> organisations, CommittedExtracts committed, Profile profile)
    {
        var known = committed.Organisations;
        if (known.Count > 0 && organisations.Count > 0 && !organisations.Any(known.Contains))
        {
            return new ValidationFinding(
                Severity.Error, ReasonCodes.OtherOrganisation, null, null, null,
                "None of the organisations in it has ever had rows in this area: it may be another organisation's extract.", Remedy(reading.Extract, profile.Area));
        }

        return reading.Tables
            .Where(t => t is { IsDelta: false, Kept: > 0 })
            .Select(t => FewRows(t.Table, t.Kept, committed, profile, Remedy(reading.Extract, profile.Area)))
            .FirstOrDefault(f => f is not null);
    }

    /// <summary>
    /// A full copy with fewer rows than <c>rowCountDropPercent</c> below the average of the last <c>rowCountExtracts</c> full copies. A difference of
    /// no more rows than a file may have bad ones is chance. A header-only copy replaces nothing and is not looked at.
    /// </summary>
    private static ValidationFinding? FewRows(string table, long rows, CommittedExtracts committed, Profile profile, string remedy)
    {
        var former = committed.FullCopies(table).Take(profile.DataQuality.RowCountExtracts).Select(t => t.Kept).ToArray();
        if (former.Length == 0)
        {
            return null;
        }

        var usual = former.Average();
        var least = usual * (1 - profile.DataQuality.RowCountDropPercent / 100);
        return rows >= least || usual - rows <= profile.Extract.MaxBadRowsMinimum
            ? null
            : new ValidationFinding(
                Severity.Error, ReasonCodes.RowCountDrop, table, null, null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The full copy has {rows} rows; the last {former.Length} had {usual:0} on average, and {profile.DataQuality.RowCountDropPercent:0.##} % fewer is the limit."),
                remedy);
    }
}
