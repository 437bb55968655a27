using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Entry point of an app of functions.</summary>
public static class FunctionsApplication
{
    /// <summary>Starts to build an app of the functions of the entry assembly.</summary>
    /// <param name="args">Command line; the stand-in's host reads <c>--port</c> from it.</param>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) =>
        new(args, Assembly.GetEntryAssembly()!, Assembly.GetEntryAssembly()!.GetTypes());

    /// <summary>For the contract suite: an app of the functions of the given types.</summary>
    internal static FunctionsApplicationBuilder CreateBuilder(string[] args, params Type[] functionTypes) =>
        new(args, functionTypes[0].Assembly, functionTypes);
}
