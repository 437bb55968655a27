namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>On a trigger attribute: the part of the host that listens for it.</summary>
/// <param name="listenerType">A <see cref="TriggerListener"/> whose constructor takes the function and services.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class TriggerListenerAttribute(Type listenerType) : Attribute
{
    public Type ListenerType { get; } = listenerType;
}
