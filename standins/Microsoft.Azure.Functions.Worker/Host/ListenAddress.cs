using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>Where the host listens: loopback only, port 7071 as Core Tools.</summary>
internal static class ListenAddress
{
    private const int DefaultPort = 7071;

    /// <summary><c>--port</c>, then <c>FUNCTIONS_HTTP_PORT</c>, then <c>LocalHttpPort</c> of local.settings.json, then 7071; 0 lets the system choose.</summary>
    internal static int Port(IConfiguration configuration)
    {
        var text = configuration["port"] ?? configuration["FUNCTIONS_HTTP_PORT"] ?? configuration["LocalHttpPort"];
        if (text is null)
            return DefaultPort;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? port
            : throw new HostStartException($"The port '{text}' is not a number from 0 to {IPEndPoint.MaxPort}.");
    }

    internal static void Configure(KestrelServerOptions kestrel, IConfiguration configuration)
    {
        kestrel.AddServerHeader = false;
        var port = Port(configuration);
        // A port chosen by the system cannot be the same on both loopback addresses.
        if (port == 0)
            kestrel.Listen(IPAddress.Loopback, port);
        else
            kestrel.ListenLocalhost(port);
    }
}
