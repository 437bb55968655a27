using System.Text.RegularExpressions;

namespace FamilyHubs.Pipeline.Extracts.Archives;

/// <summary>Refuses an archive by its directory, before anything is unpacked (extracts.md 1, architecture.md 3.7).</summary>
internal static partial class ArchiveRules
{
    private const int LocalHeaderLength = 30;
    private static readonly string[] ArchiveEndings = [".zip", ".gz", ".tgz", ".7z", ".rar", ".tar", ".bz2", ".xz", ".cab", ".zst"];

    /// <summary>The entries that hold files, with <see cref="ZipEntry.Limit"/> set.</summary>
    /// <param name="entries">All entries.</param>
    /// <param name="start">Position of the directory.</param>
    /// <param name="kind">Names that may stand in it.</param>
    /// <param name="limits">Sizes and ratio.</param>
    /// <exception cref="ArchiveException">An entry is not as it should be.</exception>
    public static IReadOnlyList<ZipEntry> Check(IReadOnlyList<ZipEntry> entries, long start, ArchiveKind kind, ArchiveLimits limits)
    {
        List<ZipEntry> files = [];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        long total = 0;
        foreach (var entry in entries)
        {
            if (CheckName(entry, kind) is { } file)
            {
                CheckContent(entry, limits);
                total = checked(total + entry.Length);
                if (!names.Add(file))
                {
                    throw new ArchiveException($"The archive has {file} twice, or once more with other capitals.");
                }

                files.Add(entry with { FileName = file });
            }
        }

        if (total > limits.MaxTotalBytes)
        {
            throw new ArchiveException($"The archive unpacks to {total} bytes; {limits.MaxTotalBytes} are allowed.");
        }

        return CheckPlaces(files, start);
    }

    /// <summary>A name that can stand in a message.</summary>
    internal static bool IsPlain(string name) => PlainName().IsMatch(name);

    /// <summary>The file name, or null for a folder.</summary>
    private static string? CheckName(ZipEntry entry, ArchiveKind kind)
    {
        var name = entry.FileName;
        if (name.Contains('\\') || name.Contains(':') || name.StartsWith('/') || name.Split('/').Contains(".."))
        {
            throw new ArchiveException($"The name of {entry.Label} in the archive leads out of its folder.");
        }

        if (kind == ArchiveKind.Batch)
        {
            if (name.EndsWith('/') && entry.Length == 0)
            {
                return null;
            }

            name = name[(name.LastIndexOf('/') + 1)..];
            if (string.Equals(name, "SRExtract.zip", StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }
        }

        if (ArchiveEndings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArchiveException($"The archive holds another archive, {entry.Label}: only files SR….csv belong in it.");
        }

        return PlainName().IsMatch(name)
            ? name
            : throw new ArchiveException($"The name of {entry.Label} in the archive is not that of a table: only files SR….csv belong in it.");
    }

    private static void CheckContent(ZipEntry entry, ArchiveLimits limits)
    {
        // Bits 0, 6 and 13: encrypted, strongly encrypted, directory encrypted.
        if ((entry.Flags & 0x2041) != 0)
        {
            throw new ArchiveException($"{entry.Label} in the archive is encrypted: send it without a password.");
        }

        if (entry.Method is not (0 or 8))
        {
            throw new ArchiveException($"{entry.Label} in the archive is packed by method {entry.Method}: use deflate.");
        }

        if (entry.Length < 0 || entry.PackedLength < 0 || entry.Length > limits.MaxEntryBytes)
        {
            throw new ArchiveException($"{entry.Label} in the archive says that it has {entry.Length} bytes; {limits.MaxEntryBytes} are allowed.");
        }

        if (entry.Method == 0 && entry.Length != entry.PackedLength)
        {
            throw new ArchiveException($"{entry.Label} in the archive is not packed, yet its two sizes differ.");
        }

        if (entry.Length / limits.MaxRatio >= entry.PackedLength && entry.Length > entry.PackedLength * limits.MaxRatio)
        {
            throw new ArchiveException($"{entry.Label} in the archive unpacks to more than {limits.MaxRatio} times its size.");
        }
    }

    private static List<ZipEntry> CheckPlaces(List<ZipEntry> files, long start)
    {
        var byPlace = files.OrderBy(f => f.Offset).ToArray();
        Dictionary<string, long> limits = new(StringComparer.Ordinal);
        for (var i = 0; i < byPlace.Length; i++)
        {
            var entry = byPlace[i];
            var limit = i + 1 < byPlace.Length ? byPlace[i + 1].Offset : start;
            if (entry.Offset < 0 || entry.Offset > start || entry.PackedLength > limit - entry.Offset - LocalHeaderLength - entry.RawName.Length)
            {
                throw new ArchiveException($"{entry.Label} in the archive overlaps what follows it.");
            }

            limits[entry.FileName] = limit;
        }

        return [.. files.Select(f => f with { Limit = limits[f.FileName] })];
    }

    [GeneratedRegex(@"\ASR[A-Za-z0-9]{1,100}\.csv\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();
}
