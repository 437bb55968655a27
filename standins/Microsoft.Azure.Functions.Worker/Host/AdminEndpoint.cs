using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>
/// <c>POST /admin/functions/{name}</c> with <c>{"input": null}</c> runs a function that has no address of its own and answers 202 at once.
/// </summary>
internal static class AdminEndpoint
{
    internal static void Map(IEndpointRouteBuilder endpoints, IReadOnlyList<TriggerListener> listeners)
    {
        var byName = listeners.ToDictionary(listener => listener.Function.Name, StringComparer.OrdinalIgnoreCase);
        endpoints.MapPost("/admin/functions/{name}", async context =>
        {
            var services = context.RequestServices;
            if (!services.GetRequiredService<HostKeys>().AllowsAdmin(context.Request))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }
            if (!byName.TryGetValue((string)context.GetRouteValue("name")!, out var listener))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            TriggerInput input;
            try
            {
                input = listener.CreateInput(await ReadInputAsync(context));
            }
            catch (FormatException e)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                await context.Response.WriteAsync(e.Message, context.RequestAborted);
                return;
            }
            var invoker = services.GetRequiredService<FunctionInvoker>();
            services.GetRequiredService<BackgroundRuns>().Start(() => invoker.InvokeAsync(listener.Function, input, CancellationToken.None));
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        });
    }

    private static async Task<string?> ReadInputAsync(HttpContext context)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            if (body.RootElement.ValueKind == JsonValueKind.Object)
            {
                return !body.RootElement.TryGetProperty("input", out var input) || input.ValueKind == JsonValueKind.Null ? null
                    : input.ValueKind == JsonValueKind.String ? input.GetString()
                    : input.GetRawText();
            }
        }
        catch (JsonException)
        {
            // Answered below, like a body that is JSON but no object.
        }
        throw new FormatException("The body must be a JSON object with the member 'input', for example {\"input\": null}.");
    }
}
