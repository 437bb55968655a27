using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>The middleware of the app in the order in which it was added.</summary>
internal sealed class FunctionPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    internal void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => _middleware.Add(middleware);

    /// <summary>The whole pipeline around the run of a function.</summary>
    internal FunctionExecutionDelegate Around(FunctionExecutionDelegate function)
    {
        for (var i = _middleware.Count - 1; i >= 0; i--)
            function = _middleware[i](function);
        return function;
    }
}
