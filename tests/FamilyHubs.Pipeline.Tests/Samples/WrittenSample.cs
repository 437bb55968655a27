using FamilyHubs.Pipeline.Cli.Samples;

namespace FamilyHubs.Pipeline.Tests.Samples;

/// <summary>One sample of Essex that many tests read: a full batch and three deltas.</summary>
public sealed class WrittenSample : IAsyncLifetime, IDisposable
{
    private readonly SampleFolder _folder = new();

    public SampleResult Result { get; private set; } = null!;

    public IReadOnlyList<ReadBatch> Batches { get; private set; } = [];

    public string Landing => _folder.Landing("essex");

    public async Task InitializeAsync()
    {
        Result = await SampleFolder.WriteAsync(_folder.Options(children: 300));
        Batches = [.. Result.Batches.Select(batch => new ReadBatch(batch.Path))];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();
}
