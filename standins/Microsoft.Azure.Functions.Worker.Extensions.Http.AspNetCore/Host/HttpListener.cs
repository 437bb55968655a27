using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Host.Http;

/// <summary>Runs one function for the requests of its route.</summary>
internal sealed class HttpListener : TriggerListener
{
    private readonly FunctionInvoker _invoker;
    private readonly HostKeys _keys;
    private readonly HttpTriggerAttribute _trigger;
    private readonly string _route;

    public HttpListener(FunctionDescriptor function, IServiceProvider services, AppSettings settings, HostJson hostJson, HostKeys keys, FunctionInvoker invoker)
        : base(function)
    {
        if (services.GetService<HttpIntegration>() is null)
            throw new HostStartException($"Function '{function.Name}': call ConfigureFunctionsWebApplication before Build; without it this host serves no httpTrigger.");
        if (function.Retry is not null)
            throw new HostStartException($"Function '{function.Name}': an httpTrigger takes no retry attribute.");
        _trigger = (HttpTriggerAttribute)function.Trigger;
        _route = string.Join('/', ((string[])[hostJson.RoutePrefix, settings.Resolve(_trigger.Route ?? function.Name, function.Name)]).Where(part => part.Length > 0));
        function.CheckParameters(
            [typeof(HttpRequest)], [typeof(HttpRequest), typeof(HttpContext)], RoutePatternFactory.Parse(_route).Parameters.Select(parameter => parameter.Name));
        CheckResult(function);
        _keys = keys;
        _invoker = invoker;
    }

    internal override string Describe(string address) =>
        $"[{(_trigger.Methods is { Length: > 0 } methods ? string.Join(',', methods.Select(method => method.ToUpperInvariant())) : "any method")}] {address}/{_route}";

    internal override void Map(IEndpointRouteBuilder endpoints)
    {
        if (_trigger.Methods is { Length: > 0 } methods)
            endpoints.MapMethods(_route, methods, AnswerAsync);
        else
            endpoints.Map(_route, AnswerAsync);
    }

    internal override TriggerInput CreateInput(string? input) =>
        throw new FormatException($"'{Function.Name}' is an HTTP function; call its own address.");

    private async Task AnswerAsync(HttpContext context)
    {
        if (!IsAllowed(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        try
        {
            await _invoker.InvokeAsync(Function, new HttpInput(context), context.RequestAborted);
        }
        catch (Exception) when (!context.Response.HasStarted)
        {
            // Logged by the invoker; the caller gets no detail.
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        catch (Exception)
        {
            // Half an answer must not look whole.
            context.Abort();
        }
    }

    private bool IsAllowed(HttpRequest request) => _trigger.AuthLevel switch
    {
        // A signed-in user is the business of App Service authentication, as on the real host.
        AuthorizationLevel.Anonymous or AuthorizationLevel.User => true,
        AuthorizationLevel.Function => _keys.AllowsFunction(request),
        _ => _keys.AllowsAdmin(request),
    };

    private static void CheckResult(FunctionDescriptor function)
    {
        var type = function.Method.ReturnType;
        if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)))
            type = type.GetGenericArguments()[0];
        if (type != typeof(void) && type != typeof(Task) && type != typeof(ValueTask) && !type.IsAssignableTo(typeof(IActionResult)))
            throw new HostStartException($"Function '{function.Name}' returns {type.Name}; return IActionResult, or a Task after writing to the response.");
    }
}
