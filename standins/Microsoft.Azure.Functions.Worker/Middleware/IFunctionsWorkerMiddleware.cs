namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Code around each run of each function.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs around the function.</summary>
    /// <param name="context">The run.</param>
    /// <param name="next">The rest of the pipeline; not calling it leaves the function out.</param>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
