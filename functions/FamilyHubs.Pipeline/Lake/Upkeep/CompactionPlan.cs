namespace FamilyHubs.Pipeline.Lake.Upkeep;

/// <summary>Which files of a table are put together: neighbours in key order that fit into one file.</summary>
internal static class CompactionPlan
{
    /// <summary>Groups of at least two files each; none when fewer than <paramref name="least"/> files would be saved.</summary>
    /// <param name="files">Files in key order.</param>
    /// <param name="fileRows">Rows of a file.</param>
    /// <param name="least">Files that must be saved for a rewrite to pay.</param>
    public static IReadOnlyList<IReadOnlyList<DataFile>> Of(IReadOnlyList<DataFile> files, int fileRows, int least)
    {
        List<IReadOnlyList<DataFile>> groups = [];
        List<DataFile> group = [];
        foreach (var file in files)
        {
            if (group.Count > 0 && group.Sum(f => f.Rows) + file.Rows > fileRows)
            {
                groups.Add(group);
                group = [];
            }

            group.Add(file);
        }

        groups.Add(group);
        groups.RemoveAll(g => g.Count < 2);
        return groups.Sum(g => g.Count - 1) >= least ? groups : [];
    }
}
