namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>The types among which functions are looked for.</summary>
internal sealed record FunctionTypes(IReadOnlyList<Type> Types);
