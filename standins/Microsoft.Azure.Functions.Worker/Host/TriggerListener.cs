using Microsoft.AspNetCore.Routing;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>Listens for what starts one function, and runs it.</summary>
internal abstract class TriggerListener(FunctionDescriptor function)
{
    /// <summary>The function that is run.</summary>
    internal FunctionDescriptor Function { get; } = function;

    /// <summary>What the list of functions at the start says after the name.</summary>
    /// <param name="address">Address at which the host listens, without a slash at the end.</param>
    internal virtual string Describe(string address) => Function.TriggerKind;

    /// <summary>Adds the function's addresses before the host starts.</summary>
    internal virtual void Map(IEndpointRouteBuilder endpoints)
    {
    }

    /// <summary>Begins to listen.</summary>
    /// <exception cref="HostStartException">What is needed is not there.</exception>
    internal virtual Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stops listening and waits for what runs; called after the runs have been cancelled.</summary>
    internal virtual Task StopAsync() => Task.CompletedTask;

    /// <summary>What a run asked for by the admin address gets.</summary>
    /// <exception cref="FormatException">The input does not fit; the message is shown to the caller.</exception>
    internal abstract TriggerInput CreateInput(string? input);
}
