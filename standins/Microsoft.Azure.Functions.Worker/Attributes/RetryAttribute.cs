namespace Microsoft.Azure.Functions.Worker;

/// <summary>Base of the retry policies of one function. Only triggers that support it (here: the timer) may carry one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    /// <summary>Retries after the first run; -1 for no end.</summary>
    public int MaxRetryCount { get; set; }
}
