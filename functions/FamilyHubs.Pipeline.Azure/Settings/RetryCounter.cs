using Azure.Core;
using Azure.Core.Pipeline;

namespace FamilyHubs.Pipeline.Azure.Settings;

/// <summary>
/// Notes whether a request was sent more than once. Only then may a 409 or 412 be the answer to one's own write that had succeeded with its
/// first answer lost (reliability.md, finding 7); without a retry it is another writer's, even with equal content.
/// </summary>
internal sealed class RetryCounter : HttpPipelineSynchronousPolicy
{
    private const string Property = "FamilyHubs.Retried";

    /// <summary>Counts the requests made until the scope is disposed.</summary>
    public static Scope Watch() => new();

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.ProcessingContext.RetryNumber > 0 && message.TryGetProperty(Property, out var scope)) ((Scope)scope!).Retried = true;
    }

    internal sealed class Scope : IDisposable
    {
        private readonly IDisposable _properties;

        public Scope() => _properties = HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Property] = this });

        public bool Retried { get; set; }

        public void Dispose() => _properties.Dispose();
    }
}
