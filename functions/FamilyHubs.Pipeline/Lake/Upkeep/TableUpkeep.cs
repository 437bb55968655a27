namespace FamilyHubs.Pipeline.Lake.Upkeep;

/// <summary>What upkeep did to a table, or would do.</summary>
/// <param name="Table">Table.</param>
/// <param name="Version">Newest version afterwards.</param>
/// <param name="Compacted">Small files that were put together.</param>
/// <param name="Into">Files made of them.</param>
/// <param name="Deleted">Files deleted that no version in use has.</param>
/// <param name="DeletedBytes">Their size.</param>
/// <param name="Checkpoint">Version of the checkpoint that was written; null when none was due.</param>
public sealed record TableUpkeep(string Table, long Version, int Compacted, int Into, int Deleted, long DeletedBytes, long? Checkpoint)
{
    /// <summary>True when there was nothing to do.</summary>
    public bool IsNothing => Compacted == 0 && Deleted == 0 && Checkpoint is null;
}
