using FamilyHubs.Pipeline.Extracts.Csv;

namespace FamilyHubs.Pipeline.Extracts;

/// <summary>Sizes of the reader. One batch or file is read with them at a time.</summary>
public sealed class ReaderOptions
{
    /// <summary>Rows that a sink is given at once.</summary>
    public int RowsAtOnce { get; init; } = 1 << 14;

    /// <summary>Bytes read at a time, at least 256.</summary>
    public int BlockBytes { get; init; } = 1 << 16;

    /// <summary>Memory for what was read last.</summary>
    internal byte[] Window { get; } = new byte[CsvRecords.WindowBytes];
}
