namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>The list of functions that Core Tools prints at the start.</summary>
internal static class FunctionList
{
    internal static void Write(TextWriter output, IReadOnlyList<TriggerListener> listeners, string address)
    {
        output.WriteLine();
        output.WriteLine(listeners.Count == 0 ? "No functions found." : "Functions:");
        output.WriteLine();
        foreach (var listener in listeners)
        {
            output.WriteLine($"\t{listener.Function.Name}: {listener.Describe(address)}");
            output.WriteLine();
        }
        output.WriteLine($"Listening on {address}; stop with Ctrl+C.");
        output.Flush();
    }
}
