namespace Microsoft.Azure.Functions.Worker;

/// <summary>Data that the trigger offers by name.</summary>
public abstract class BindingContext
{
    /// <summary>Name to value, names compared without case.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
