using FamilyHubs.Pipeline.Publishing.Snapshots;

namespace FamilyHubs.Pipeline.UseCases;

/// <param name="Manifest">Manifest of the newest revision; null when refused.</param>
/// <param name="Refusal">A sentence with the remedy; null when not refused.</param>
public sealed record SnapshotOutcome(SnapshotState State, SnapshotManifest? Manifest, string? Refusal)
{
    public static SnapshotOutcome Refused(string why) => new(SnapshotState.Refused, null, why);
}
