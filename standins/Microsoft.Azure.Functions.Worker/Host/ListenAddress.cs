using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>Where the host listens: loopback only, port 7071 as Core Tools.</summary>
internal static class ListenAddress
{
    private const int DefaultPort = 7071;

    /// <summary><c>--port</c>, then <c>FUNCTIONS_HTTP_PORT</c>, then <c>LocalHttpPort</c> of local.settings.json, then 7071; 0 lets the system choose.</summary>
    /// <exception cref="HostStartException">The setting is no port.</exception>
    internal static int Port(IConfiguration configuration)
    {
        if (Text(configuration) is not { } text)
            return DefaultPort;
        return TryParse(text) ?? throw new HostStartException($"The port '{text}' is not a number from 0 to {IPEndPoint.MaxPort}.");
    }

    /// <summary>Looks whether the port is free, so that the usual failure needs no stack trace of the server.</summary>
    /// <exception cref="HostStartException">Another program listens on it.</exception>
    internal static void CheckFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw InUse(port, e);
        }
    }

    internal static HostStartException InUse(int port, Exception cause) =>
        new($"Port {port} is in use; end the program that listens on it, or choose another with --port.", cause);

    internal static void Configure(KestrelServerOptions kestrel, IConfiguration configuration)
    {
        kestrel.AddServerHeader = false;
        // A text that is no port is refused at the start, where it can be said in one sentence.
        var port = Text(configuration) is { } text ? TryParse(text) ?? 0 : DefaultPort;
        // A port chosen by the system cannot be the same on both loopback addresses.
        if (port == 0)
            kestrel.Listen(IPAddress.Loopback, port);
        else
            kestrel.ListenLocalhost(port);
    }

    private static string? Text(IConfiguration configuration) =>
        configuration["port"] ?? configuration["FUNCTIONS_HTTP_PORT"] ?? configuration["LocalHttpPort"];

    private static int? TryParse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort ? port : null;
}
