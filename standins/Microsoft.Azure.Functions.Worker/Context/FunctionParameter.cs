namespace Microsoft.Azure.Functions.Worker;

/// <summary>A parameter of a function.</summary>
/// <param name="name">Name of the parameter.</param>
/// <param name="type">Type of the parameter.</param>
public class FunctionParameter(string name, Type type)
{
    /// <summary>Name of the parameter.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>Type of the parameter.</summary>
    public Type Type { get; } = type ?? throw new ArgumentNullException(nameof(type));
}
