using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What became of a batch or file.</summary>
/// <param name="Entry">Its ledger entry as it stands now.</param>
/// <param name="Findings">Everything that was found, refused rows among them as far as they are listed.</param>
/// <param name="AlreadyDone">The same content was committed before; nothing was done now.</param>
/// <param name="Busy">Another worker has the area; try again.</param>
public sealed record IngestOutcome(ExtractEntry Entry, IReadOnlyList<ValidationFinding> Findings, bool AlreadyDone = false, bool Busy = false)
{
    /// <summary>Another worker has the area.</summary>
    /// <param name="area">Area.</param>
    /// <param name="extract">Batch or file that has to wait.</param>
    public static IngestOutcome OfBusy(string area, string extract) => new(
        new ExtractEntry(area, extract, ExtractState.Doing, default) { Message = $"Another worker is ingesting for {area}; try again in a while." }, [], Busy: true);

    /// <summary>The batch is being sent again.</summary>
    /// <param name="entry">Its ledger entry.</param>
    public static IngestOutcome OfBeingSent(ExtractEntry entry) => new(
        entry with { State = ExtractState.Doing, Message = "A file of the batch is younger than its manifest: it is being sent again, and is taken when its manifest has come." }, []);

    public bool IsDone => Entry.State == ExtractState.Done;

    /// <summary>For triggers, whose host tries again what throws. What was refused is an outcome, not a fault.</summary>
    /// <exception cref="InvalidOperationException">Another worker has the area.</exception>
    public void ThrowIfBusy()
    {
        if (Busy)
        {
            throw new InvalidOperationException(Entry.Message);
        }
    }
}
