using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Host.Http;

internal sealed class HttpInput(HttpContext context) : TriggerInput
{
    internal HttpContext Context => context;

    internal override string Reason => "This function was called by HTTP.";

    internal override IReadOnlyDictionary<string, object?> BindingData => context.Request.RouteValues;

    internal override ValueTask<object?> BindAsync(Type type, CancellationToken cancellationToken) => ValueTask.FromResult<object?>(context.Request);

    internal override object? BindByType(Type type) =>
        type == typeof(HttpRequest) ? context.Request : type == typeof(HttpContext) ? context : null;
}
