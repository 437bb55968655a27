namespace FamilyHubs.Pipeline.Extracts.Archives;

/// <summary>One entry of the directory of a zip archive.</summary>
/// <param name="Label">Name for messages: the file name, or the place in the directory when the name is odd.</param>
/// <param name="RawName">Bytes of the name as the directory has them.</param>
/// <param name="FileName">Name without folder.</param>
/// <param name="Flags">General purpose bits.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Crc32">CRC-32 of the unpacked bytes.</param>
/// <param name="PackedLength">Bytes in the archive.</param>
/// <param name="Length">Bytes once unpacked.</param>
/// <param name="Offset">Position of the local header.</param>
internal sealed record ZipEntry(
    string Label, byte[] RawName, string FileName, ushort Flags, ushort Method, uint Crc32, long PackedLength, long Length, long Offset)
{
    /// <summary>Where the next thing in the archive begins: the entry ends at or before it.</summary>
    public long Limit { get; init; }
}
