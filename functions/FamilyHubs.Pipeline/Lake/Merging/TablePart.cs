namespace FamilyHubs.Pipeline.Lake.Merging;

/// <summary>A range of keys that is merged as one: a data file and the gap behind it, or the room behind the last file.</summary>
/// <param name="Start">First lead of the part.</param>
/// <param name="File">The file; null when the part holds no rows yet.</param>
/// <param name="End">First lead that does not belong to the part; null when it has no end.</param>
internal sealed record TablePart(long Start, DataFile? File, long? End)
{
    /// <summary>
    /// The parts of a table in key order. New rows behind the last file make files of their own once that file is half full,
    /// so that a nightly delta of new ids rewrites little and leaves no trail of small files.
    /// </summary>
    public static IReadOnlyList<TablePart> Of(IReadOnlyList<DataFile> files, int fileRows)
    {
        List<TablePart> parts = [];
        for (var i = 0; i < files.Count; i++)
        {
            parts.Add(new TablePart(i == 0 ? long.MinValue : files[i].FirstLead, files[i], i + 1 < files.Count ? files[i + 1].FirstLead : null));
        }

        if (files.Count == 0)
        {
            parts.Add(new TablePart(long.MinValue, null, null));
        }
        else if (files[^1].Rows >= fileRows / 2 && files[^1].LastLead < long.MaxValue)
        {
            parts[^1] = parts[^1] with { End = files[^1].LastLead + 1 };
            parts.Add(new TablePart(files[^1].LastLead + 1, null, null));
        }

        return parts;
    }
}
