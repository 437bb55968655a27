using System.Globalization;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>Names of blobs in the container <c>snapshots</c> (product.md, Snapshot for commissioners).</summary>
public static class SnapshotNames
{
    public static string File(string area, string month, int revision, string file) => $"{area}/{month}/{Folder(revision)}/{file}";

    public static string Folder(int revision) => string.Create(CultureInfo.InvariantCulture, $"r{revision}");

    /// <summary>The number of a revision written as <c>r2</c>; null for another text.</summary>
    public static int? Revision(string text) =>
        text is ['r', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Folder(number) == text ? number : null;
}
