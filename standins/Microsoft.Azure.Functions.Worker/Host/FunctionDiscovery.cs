using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>Finds the methods with a <see cref="FunctionAttribute"/>.</summary>
internal static class FunctionDiscovery
{
    private const BindingFlags Methods =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The functions in the order of their names.</summary>
    /// <exception cref="HostStartException">A function is not one that the packages would run; the message says why.</exception>
    internal static IReadOnlyList<FunctionDescriptor> Find(IEnumerable<Type> types)
    {
        var functions = new SortedDictionary<string, FunctionDescriptor>(StringComparer.OrdinalIgnoreCase);
        foreach (var method in types.SelectMany(type => type.GetMethods(Methods)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } attribute && !functions.TryAdd(attribute.Name, Describe(attribute.Name, method)))
                throw new HostStartException($"Two functions are called '{attribute.Name}' (names are compared without case); rename one.");
        }
        return [.. functions.Values];
    }

    private static FunctionDescriptor Describe(string name, MethodInfo method)
    {
        var type = method.DeclaringType!;
        if (!method.IsPublic || !type.IsVisible || type.IsAbstract && !method.IsStatic)
            throw new HostStartException($"Function '{name}': the method {type.Name}.{method.Name} and its class must be public, and the class not abstract.");
        var triggers = method.GetParameters()
            .Where(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute), inherit: true))
            .ToArray();
        if (triggers.Length != 1)
            throw new HostStartException($"Function '{name}' has {triggers.Length} trigger parameters; it must have exactly one.");
        return new FunctionDescriptor(name, method, triggers[0], triggers[0].GetCustomAttribute<TriggerBindingAttribute>()!);
    }
}
