namespace FamilyHubs.Pipeline.Lake.Staging;

/// <summary>A block of the temporary file.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">XxHash3 of the bytes, kept in memory: what comes back from the disk must be what went there.</param>
internal readonly record struct SpillBlock(long Offset, int Length, ulong Hash);
