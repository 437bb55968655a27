namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>The host cannot start; the message is one sentence for the person at the terminal.</summary>
internal sealed class HostStartException(string message, Exception? inner = null) : InvalidOperationException(message, inner);
