namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which try of a function with a retry policy this is.</summary>
public abstract class RetryContext
{
    /// <summary>0 for the first run.</summary>
    public abstract int RetryCount { get; }

    /// <summary>Retries that the policy allows; 0 without a policy.</summary>
    public abstract int MaxRetryCount { get; }
}
