using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Host.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The request of a run.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The request's context, or null for a run that no request started.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(HttpMiddleware.ContextKey, out var value) ? value as HttpContext : null;
    }
}
