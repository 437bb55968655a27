namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function and gives it the name that the host, its logs and its storage use.</summary>
/// <param name="name">Name of the function, unique in the app.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>Name of the function.</summary>
    public string Name { get; } = name;
}
