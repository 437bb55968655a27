using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FamilyHubs.Pipeline.StorageTests;

/// <summary>Loses the answer of the next write that it is told to: the service has done it, the client does not know.</summary>
internal sealed class LosingTransport : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _inner = new(new HttpClient());
    private RequestMethod? _lose;

    /// <summary>Runs after an answer has been lost, before the client tries again.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public int Lost { get; private set; }

    public void LoseNext(RequestMethod method) => _lose = method;

    public override Request CreateRequest() => _inner.CreateRequest();

    public void Dispose() => _inner.Dispose();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await _inner.ProcessAsync(message);
        if (_lose is not { } method || message.Request.Method != method) return;
        _lose = null;
        Lost++;
        if (Meanwhile is not null) await Meanwhile();
        throw new RequestFailedException("The answer was lost.", new IOException());
    }
}
