namespace Microsoft.Azure.Functions.Worker;

/// <summary>What is known about one run of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>Identifies this run.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Identifies the function; the same at each run.</summary>
    public abstract string FunctionId { get; }

    /// <summary>W3C trace context of the run.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>Data that the trigger offers by name, such as the placeholders of a blob path.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>Which try this is.</summary>
    public abstract RetryContext RetryContext { get; }

    /// <summary>Services of the run's own scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function that runs.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>What middleware and function share during the run.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Typed features of the run.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Cancelled when the host stops.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
