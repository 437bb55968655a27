using System.Collections.Immutable;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function: where its code is and what binds to it.</summary>
public abstract class FunctionDefinition
{
    /// <summary>Parameters that carry data: the method's without FunctionContext and CancellationToken.</summary>
    public abstract ImmutableArray<FunctionParameter> Parameters { get; }

    /// <summary>Path of the assembly that holds the function.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>Full name of the type, a dot, the method.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>Identifier of the function, the same at each start.</summary>
    public abstract string Id { get; }

    /// <summary>Name of the function.</summary>
    public abstract string Name { get; }

    /// <summary>Parameter name to the binding that fills it.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    /// <summary>Name to the binding that the result goes to.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }
}
