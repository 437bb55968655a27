using System.Text;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Extracts;

/// <summary>A batch in memory, and the settings that tests read it with.</summary>
internal sealed class TestBatch : IBatchFiles
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public string Extract { get; init; } = "20190331_0300";

    public static PersonKeys Keys { get; } = new(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray(), "test-1");

    public static ExtractSettings Settings { get; } = new(",", "\"", "windows-1252", true, 1, 10, 30, "report");

    /// <summary>Adds a file; characters beyond Latin-1 are not for it.</summary>
    public TestBatch With(string name, string text) => With(name, Encoding.Latin1.GetBytes(text));

    public TestBatch With(string name, byte[] content)
    {
        _files[name] = content;
        return this;
    }

    /// <summary>Adds a manifest of lines <c>Table,Y,N,from,to</c>.</summary>
    public TestBatch Listing(params string[] lines) =>
        With("SRManifest.csv", "FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\n" + string.Join("\r\n", lines) + "\r\n");

    public Task<IReadOnlyList<BatchFile>> ListAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<BatchFile>>([.. _files.Select(f => new BatchFile(f.Key, f.Value.Length))]);

    public Task<Stream> OpenAsync(string name, CancellationToken cancel) => Task.FromResult<Stream>(new MemoryStream(_files[name]));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
