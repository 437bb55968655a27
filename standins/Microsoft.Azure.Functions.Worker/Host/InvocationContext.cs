using System.Diagnostics;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>One run of a function in this process.</summary>
internal sealed class InvocationContext(
    string invocationId, FunctionDescriptor function, TriggerInput input, int retry, IServiceProvider services, CancellationToken cancellationToken)
    : FunctionContext
{
    public override string InvocationId => invocationId;
    public override string FunctionId => function.Id;
    public override TraceContext TraceContext { get; } = new ActivityTrace(Activity.Current);
    public override BindingContext BindingContext { get; } = new TriggerData(input);
    public override RetryContext RetryContext { get; } = new Try(retry, function.Retry?.MaxRetryCount ?? 0);
    public override IServiceProvider InstanceServices { get; set; } = services;
    public override FunctionDefinition FunctionDefinition => function;
    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();
    public override IInvocationFeatures Features { get; } = new InvocationFeatures();
    public override CancellationToken CancellationToken => cancellationToken;

    internal FunctionDescriptor Function => function;
    internal TriggerInput Input => input;

    /// <summary>What the function returned; the HTTP middleware writes it to the response.</summary>
    internal object? Result { get; set; }

    private sealed class ActivityTrace(Activity? activity) : TraceContext
    {
        public override string TraceParent => activity?.Id ?? "";
        public override string TraceState => activity?.TraceStateString ?? "";
    }

    private sealed class TriggerData(TriggerInput input) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => input.BindingData;
    }

    private sealed class Try(int retry, int maximum) : RetryContext
    {
        public override int RetryCount => retry;
        public override int MaxRetryCount => maximum;
    }
}
