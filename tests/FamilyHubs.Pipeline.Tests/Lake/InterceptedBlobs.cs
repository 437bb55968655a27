using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Tests.Lake;

/// <summary>Blobs with something happening around the writes of log entries.</summary>
internal sealed class InterceptedBlobs(IBlobs inner) : IBlobs
{
    /// <summary>Runs before a log entry is written.</summary>
    public Func<Task>? BeforeCommit { get; set; }

    /// <summary>What the caller hears after a log entry was written.</summary>
    public Func<string, Exception>? AnswerOfCommit { get; set; }

    public Task<BlobInfo?> FindAsync(string container, string name, CancellationToken cancel) => inner.FindAsync(container, name, cancel);

    public Task<Stream> OpenReadAsync(string container, string name, string? ifMatch, CancellationToken cancel) =>
        inner.OpenReadAsync(container, name, ifMatch, cancel);

    public IAsyncEnumerable<BlobInfo> ListAsync(string container, string prefix, CancellationToken cancel) => inner.ListAsync(container, prefix, cancel);

    public Task<bool> DeleteIfMatchAsync(string container, string name, string etag, CancellationToken cancel) =>
        inner.DeleteIfMatchAsync(container, name, etag, cancel);

    public Task DeleteAsync(string container, string name, CancellationToken cancel) => inner.DeleteAsync(container, name, cancel);

    public async Task<string> WriteAsync(string container, string name, Stream content, WriteCondition condition, CancellationToken cancel)
    {
        var isCommit = name.EndsWith(".json", StringComparison.Ordinal);
        if (isCommit && BeforeCommit is { } before) await before();
        var etag = await inner.WriteAsync(container, name, content, condition, cancel);
        return isCommit && AnswerOfCommit is { } answer ? throw answer(name) : etag;
    }
}
