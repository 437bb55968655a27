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
    internal byte[] Window { get; } = GC.AllocateUninitializedArray<byte>(CsvRecords.WindowBytes);

    /// <summary>Rows at once of a file of so many bytes: a small file must not pay for a big one. A row has two bytes at least.</summary>
    internal int RowsOf(long bytes) => (int)Math.Clamp((bytes / 2) + 1, 1, RowsAtOnce);
}
