using FamilyHubs.Pipeline.Extracts.Archives;

namespace FamilyHubs.Pipeline.Extracts;

/// <summary>The files of one batch, wherever they lie (extracts.md 1): what stands loose, and what is in <c>SRExtract.zip</c>.</summary>
public interface IBatchFiles : IAsyncDisposable
{
    /// <summary>Name of the extract, <c>yyyyMMdd_HHmm</c>, or of the folder or file that holds it.</summary>
    string Extract { get; }

    /// <summary>All files <c>SR….csv</c>, in ordinal order of their names.</summary>
    /// <exception cref="ArchiveException">The archive is refused, or a file comes twice.</exception>
    Task<IReadOnlyList<BatchFile>> ListAsync(CancellationToken cancel);

    /// <summary>The bytes of a file that <see cref="ListAsync"/> gave. One file is open at a time.</summary>
    /// <exception cref="ArchiveException">The file is damaged; may be thrown by the stream too.</exception>
    Task<Stream> OpenAsync(string name, CancellationToken cancel);
}
