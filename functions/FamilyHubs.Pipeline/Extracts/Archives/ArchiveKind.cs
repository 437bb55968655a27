namespace FamilyHubs.Pipeline.Extracts.Archives;

/// <summary>Which names an archive may hold.</summary>
public enum ArchiveKind
{
    /// <summary><c>SRExtract.zip</c>: files <c>SR….csv</c>, no folders.</summary>
    Extract,

    /// <summary>A batch packed as one file: the same, <c>SRExtract.zip</c> itself, and a folder around them.</summary>
    Batch,
}
