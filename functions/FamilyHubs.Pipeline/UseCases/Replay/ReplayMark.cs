namespace FamilyHubs.Pipeline.UseCases.Replay;

/// <summary>What has become of a quarantined row.</summary>
/// <param name="Line">Its line in the file as it came.</param>
/// <param name="Outcome"><c>replayed</c> or <c>superseded</c>.</param>
/// <param name="By">Ledger entry of the replay.</param>
public sealed record ReplayMark(long Line, string Outcome, string By)
{
    public const string Replayed = "replayed";
    public const string Superseded = "superseded";
}
