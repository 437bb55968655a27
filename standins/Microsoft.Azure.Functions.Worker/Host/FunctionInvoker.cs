using System.Reflection;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>Runs functions: a scope of services, the middleware, the parameters, the method, the retries.</summary>
internal sealed partial class FunctionInvoker
{
    private readonly IServiceProvider _services;
    private readonly TimeProvider _time;
    private readonly ILogger<FunctionInvoker> _logger;
    private readonly FunctionExecutionDelegate _run;
    private readonly CancellationToken _stopping;

    public FunctionInvoker(
        IServiceProvider services, FunctionPipeline pipeline, HostClock clock, IHostApplicationLifetime lifetime, ILogger<FunctionInvoker> logger)
    {
        _services = services;
        _time = clock.Time;
        _logger = logger;
        _stopping = lifetime.ApplicationStopping;
        _run = pipeline.Around(RunMethodAsync);
    }

    /// <summary>Runs a function, again when its retry policy says so. Cancelled when the host stops.</summary>
    /// <exception cref="Exception">What the function threw at its last try; it has been logged.</exception>
    internal async Task InvokeAsync(FunctionDescriptor function, TriggerInput input, CancellationToken cancellationToken)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping);
        for (var retry = 0; ; retry++)
        {
            var delay = RetryDelay.Before(function.Retry, retry + 1);
            try
            {
                await InvokeOnceAsync(function, input, retry, cancellation.Token);
                return;
            }
            catch (Exception) when (delay is not null && !cancellation.IsCancellationRequested)
            {
                await Task.Delay(delay.Value, _time, cancellation.Token);
            }
        }
    }

    private async Task InvokeOnceAsync(FunctionDescriptor function, TriggerInput input, int retry, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(_time.GetUtcNow()).ToString();
        var started = _time.GetTimestamp();
        await using var scope = _services.CreateAsyncScope();
        LogExecuting(function.Name, input.Reason, id);
        try
        {
            await _run(new InvocationContext(id, function, input, retry, scope.ServiceProvider, cancellationToken));
            LogExecuted(function.Name, id, (long)_time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogCancelled(function.Name, id, (long)_time.GetElapsedTime(started).TotalMilliseconds);
            throw;
        }
        catch (Exception e)
        {
            LogFailed(e, function.Name, id, (long)_time.GetElapsedTime(started).TotalMilliseconds);
            throw;
        }
    }

    private static async Task RunMethodAsync(FunctionContext context)
    {
        var invocation = (InvocationContext)context;
        var method = invocation.Function.Method;
        var arguments = await ParameterBinder.BindAsync(invocation);
        var instance = method.IsStatic ? null : ActivatorUtilities.CreateInstance(context.InstanceServices, method.DeclaringType!);
        invocation.Result = await AwaitAsync(
            method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null));
    }

    private static async Task<object?> AwaitAsync(object? returned)
    {
        if (returned?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            returned = type.GetMethod(nameof(ValueTask<int>.AsTask))!.Invoke(returned, null);
        if (returned is ValueTask valueTask)
            returned = valueTask.AsTask();
        if (returned is not Task task)
            return returned;
        await task;
        // An async method without a result is a Task<VoidTaskResult>, an internal type.
        var result = task.GetType().GetProperty(nameof(Task<int>.Result));
        return result is null || !result.PropertyType.IsVisible ? null : result.GetValue(task);
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "FunctionExecuting", Message = "Executing 'Functions.{Function}' (Reason='{Reason}', Id={Id})")]
    private partial void LogExecuting(string function, string reason, string id);

    [LoggerMessage(Level = LogLevel.Information, EventName = "FunctionExecuted", Message = "Executed 'Functions.{Function}' (Succeeded, Id={Id}, Duration={Milliseconds}ms)")]
    private partial void LogExecuted(string function, string id, long milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "FunctionCancelled", Message = "Executed 'Functions.{Function}' (Cancelled, Id={Id}, Duration={Milliseconds}ms)")]
    private partial void LogCancelled(string function, string id, long milliseconds);

    [LoggerMessage(Level = LogLevel.Error, EventName = "FunctionFailed", Message = "Executed 'Functions.{Function}' (Failed, Id={Id}, Duration={Milliseconds}ms)")]
    private partial void LogFailed(Exception exception, string function, string id, long milliseconds);
}
