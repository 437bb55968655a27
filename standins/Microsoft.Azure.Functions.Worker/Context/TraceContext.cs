namespace Microsoft.Azure.Functions.Worker;

/// <summary>W3C trace context of a run.</summary>
public abstract class TraceContext
{
    /// <summary>The traceparent value, empty when nothing traces.</summary>
    public abstract string TraceParent { get; }

    /// <summary>The tracestate value, empty when nothing traces.</summary>
    public abstract string TraceState { get; }
}
