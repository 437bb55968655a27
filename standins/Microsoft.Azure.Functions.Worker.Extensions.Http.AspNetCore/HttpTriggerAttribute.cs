using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.Functions.Worker.Host;
using Microsoft.Azure.Functions.Worker.Host.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a function for a request.</summary>
[TriggerListener(typeof(HttpListener))]
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Any method.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

    /// <summary>The given methods.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>Route after the prefix of host.json, with ASP.NET Core's parameters and constraints; the function's name if null.</summary>
    public string? Route { get; set; }

    /// <summary>Methods that the function answers; all if null.</summary>
#pragma warning disable CA1819 // The package's property is an array.
    public string[]? Methods { get; private set; }
#pragma warning restore CA1819

    /// <summary>The key that a request must carry.</summary>
    public AuthorizationLevel AuthLevel { get; private set; }
}
