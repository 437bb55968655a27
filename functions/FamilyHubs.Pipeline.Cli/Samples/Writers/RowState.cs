namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>What a batch holds of a record.</summary>
internal enum RowState
{
    None,
    Row,

    /// <summary>RemovedData 1, only the key being filled.</summary>
    Removal,
}
