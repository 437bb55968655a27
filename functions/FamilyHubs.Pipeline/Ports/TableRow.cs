namespace FamilyHubs.Pipeline.Ports;

/// <summary>An entity of table storage.</summary>
/// <param name="Partition">Partition key.</param>
/// <param name="Row">Row key.</param>
public sealed record TableRow(string Partition, string Row)
{
    /// <summary>Properties: string, bool, int, long, double, DateTimeOffset or byte[]; a null property is not stored.</summary>
    public IDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>ETag as read; null for a row not yet stored.</summary>
    public string? ETag { get; init; }

    public string? Text(string name) => Values.TryGetValue(name, out var value) ? value as string : null;

    public long? Integer(string name) => Values.TryGetValue(name, out var value)
        ? value switch { int number => number, long number => number, _ => null }
        : null;

    public double? Number(string name) => Values.TryGetValue(name, out var value)
        ? value switch { double number => number, int number => number, long number => number, _ => null }
        : null;

    public bool? Flag(string name) => Values.TryGetValue(name, out var value) ? value as bool? : null;

    public DateTimeOffset? Time(string name) => Values.TryGetValue(name, out var value) ? value as DateTimeOffset? : null;
}
