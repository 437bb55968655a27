namespace Microsoft.Azure.Functions.Worker.Host.Http;

/// <summary>Registered once ASP.NET Core integration is on.</summary>
internal sealed class HttpIntegration;
