namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>The rest of the pipeline around a function.</summary>
/// <param name="context">The run.</param>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
