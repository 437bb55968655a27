namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>What a trigger hands to one run.</summary>
internal abstract class TriggerInput
{
    /// <summary>Why the function runs, for the log.</summary>
    internal abstract string Reason { get; }

    /// <summary>Data by name for the other parameters.</summary>
    internal virtual IReadOnlyDictionary<string, object?> BindingData { get; } = new Dictionary<string, object?>();

    /// <summary>The value of the parameter that carries the trigger attribute.</summary>
    internal abstract ValueTask<object?> BindAsync(Type type, CancellationToken cancellationToken);

    /// <summary>The value of another parameter that is bound by its type; null if it is not.</summary>
    internal virtual object? BindByType(Type type) => null;
}
