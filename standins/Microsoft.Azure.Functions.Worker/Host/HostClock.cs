namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>The host's clock: the app's <see cref="TimeProvider"/> when it registers one, so that a test can move it.</summary>
/// <remarks>The packages register no TimeProvider: wrapped, it cannot be injected into product code by mistake.</remarks>
internal sealed record HostClock(TimeProvider Time);
