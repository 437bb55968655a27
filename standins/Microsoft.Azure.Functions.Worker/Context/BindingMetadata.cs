namespace Microsoft.Azure.Functions.Worker;

/// <summary>A binding as the host knows it.</summary>
public abstract class BindingMetadata
{
    /// <summary>Name of the parameter that it binds.</summary>
    public abstract string Name { get; }

    /// <summary>Kind of the binding, for example <c>timerTrigger</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Whether data goes in or out.</summary>
    public abstract BindingDirection Direction { get; }
}
