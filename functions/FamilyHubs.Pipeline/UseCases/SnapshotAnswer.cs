namespace FamilyHubs.Pipeline.UseCases;

/// <summary>The answer to asking for a snapshot: a document, a file, or a link to one.</summary>
/// <param name="State">What became of it.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Text">The document, or a plain sentence; empty for a file or link.</param>
public sealed record SnapshotAnswer(OpeningState State, string ContentType, string Text) : IAsyncDisposable
{
    public const string PlainText = "text/plain; charset=utf-8";

    /// <summary>Content of a file, seekable; disposed of with this.</summary>
    public Stream? Content { get; init; }

    /// <summary>Where the file is to be fetched from instead.</summary>
    public Uri? Link { get; init; }

    /// <summary>Name under which a browser keeps the file; null for what it shows.</summary>
    public string? FileName { get; init; }

    /// <summary>Hash of the file's content.</summary>
    public string? Sha256 { get; init; }

    public static SnapshotAnswer Sentence(OpeningState state, string sentence) => new(state, PlainText, sentence);

    public ValueTask DisposeAsync() => Content?.DisposeAsync() ?? ValueTask.CompletedTask;
}
