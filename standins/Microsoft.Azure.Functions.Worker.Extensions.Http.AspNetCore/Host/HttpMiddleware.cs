using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker.Host.Http;

/// <summary>Gives the run its request and writes the function's result to the response, inside the middleware that was added before it.</summary>
internal sealed class HttpMiddleware : IFunctionsWorkerMiddleware
{
    /// <summary>The package's key in <see cref="FunctionContext.Items"/>.</summary>
    internal const string ContextKey = "HttpRequestContext";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var invocation = (InvocationContext)context;
        if (invocation.Input is not HttpInput input)
        {
            await next(context);
            return;
        }
        var http = input.Context;
        context.Items[ContextKey] = http;
        http.RequestServices = context.InstanceServices;
        await next(context);
        if (invocation.Result is IActionResult result && !http.RequestAborted.IsCancellationRequested)
            await result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
    }
}
