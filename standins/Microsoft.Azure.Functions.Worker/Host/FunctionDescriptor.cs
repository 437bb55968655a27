using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>A function found by reflection.</summary>
internal sealed class FunctionDescriptor(string name, MethodInfo method, ParameterInfo triggerParameter, TriggerBindingAttribute trigger)
    : FunctionDefinition
{
    private const string AttributeSuffix = "Attribute";

    public override string Name => name;
    public override string Id => $"Host.Functions.{name}";
    public override string EntryPoint => $"{method.DeclaringType!.FullName}.{method.Name}";
    public override string PathToAssembly => method.DeclaringType!.Assembly.Location;
    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. method.GetParameters().Where(IsData).Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];
    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(
            triggerParameter.Name!, new TriggerMetadata(triggerParameter.Name!, KindOf(trigger)));
    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    internal MethodInfo Method => method;
    internal ParameterInfo TriggerParameter => triggerParameter;
    internal TriggerBindingAttribute Trigger => trigger;
    internal RetryAttribute? Retry { get; } = method.GetCustomAttribute<RetryAttribute>();

    /// <summary>For example <c>timerTrigger</c>.</summary>
    internal string TriggerKind { get; } = KindOf(trigger);

    /// <summary>Checks at the start that each parameter has a source.</summary>
    /// <exception cref="HostStartException">A parameter has none.</exception>
    internal void CheckParameters(IReadOnlyCollection<Type> triggerTypes, IReadOnlyCollection<Type> otherTypes, IEnumerable<string> names)
    {
        if (!triggerTypes.Contains(triggerParameter.ParameterType))
        {
            throw new HostStartException(
                $"Function '{name}': a {TriggerKind} cannot be bound to '{triggerParameter.ParameterType.Name} {triggerParameter.Name}'; "
                + $"use {string.Join(" or ", triggerTypes.Select(type => type.Name))}.");
        }
        var known = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in method.GetParameters())
        {
            if (parameter != triggerParameter && IsData(parameter) && !otherTypes.Contains(parameter.ParameterType) && !known.Contains(parameter.Name!))
            {
                throw new HostStartException(
                    $"Function '{name}': the parameter '{parameter.ParameterType.Name} {parameter.Name}' has no source; "
                    + (known.Count == 0 ? "the trigger offers no data by name." : $"the trigger offers {string.Join(", ", known.Order(StringComparer.Ordinal))}."));
            }
        }
    }

    private static bool IsData(ParameterInfo parameter) =>
        parameter.ParameterType != typeof(FunctionContext) && parameter.ParameterType != typeof(CancellationToken);

    private static string KindOf(TriggerBindingAttribute trigger)
    {
        var type = trigger.GetType().Name;
        type = type.EndsWith(AttributeSuffix, StringComparison.Ordinal) ? type[..^AttributeSuffix.Length] : type;
        return char.ToLowerInvariant(type[0]) + type[1..];
    }

    private sealed class TriggerMetadata(string name, string type) : BindingMetadata
    {
        public override string Name => name;
        public override string Type => type;
        public override BindingDirection Direction => BindingDirection.In;
    }
}
