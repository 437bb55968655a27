using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.Publishing.Health;

/// <summary>How an area stands (quality.md 4): what came in, what was made of it, who was told, what is due.</summary>
/// <param name="Freshness">Whether the extracts are in, whole and recent.</param>
/// <param name="IsIngesting">A worker has the area: what is begun is not cut off.</param>
/// <param name="Extracts">The ledger of the area, changed last first.</param>
/// <param name="Runs">The computations, newest first.</param>
/// <param name="Mails">The mails of the last periods.</param>
/// <param name="Due">What is due and not done.</param>
public sealed record AreaHealth(
    FreshnessStatus Freshness,
    bool IsIngesting,
    IReadOnlyList<ExtractEntry> Extracts,
    IReadOnlyList<RunEntry> Runs,
    IReadOnlyList<MailCount> Mails,
    IReadOnlyList<DueItem> Due);
