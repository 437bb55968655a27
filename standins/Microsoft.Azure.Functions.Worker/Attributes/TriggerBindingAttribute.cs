namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Base of the attributes that name what starts a function. A function has exactly one.</summary>
public abstract class TriggerBindingAttribute : BindingAttribute;
