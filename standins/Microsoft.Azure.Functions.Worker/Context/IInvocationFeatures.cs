namespace Microsoft.Azure.Functions.Worker;

/// <summary>Features of a run, one for each type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Sets the feature of a type.</summary>
    void Set<T>(T instance);

    /// <summary>Gets the feature of a type, or null.</summary>
    T? Get<T>();
}
