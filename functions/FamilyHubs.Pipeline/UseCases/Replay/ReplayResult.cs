namespace FamilyHubs.Pipeline.UseCases.Replay;

/// <summary>What became of corrected rows.</summary>
/// <param name="Extract">Extract whose rows they are.</param>
/// <param name="Table">Table.</param>
/// <param name="Entry">Ledger entry of the replay; null when it was refused as a whole.</param>
/// <param name="Rows">Rows in the file.</param>
/// <param name="Replayed">Rows that are in the lake now.</param>
/// <param name="Superseded">Rows of which newer data had come: the newer stays.</param>
/// <param name="Refused">Rows that are not taken, with line and reason; they stay in quarantine.</param>
/// <param name="Waiting">Rows of the table that are still in quarantine and wait for a correction.</param>
public sealed record ReplayResult(
    string Extract, string Table, string? Entry, long Rows, long Replayed, long Superseded, IReadOnlyList<QuarantinedRow> Refused, long Waiting)
{
    /// <summary>Why nothing was done, in a sentence with the remedy; null when something was.</summary>
    public string? Message { get; init; }

    /// <summary>The same rows were put through before; nothing was done now.</summary>
    public bool AlreadyDone { get; init; }
}
