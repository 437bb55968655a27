using Azure.Data.Tables;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Azure.Tables;

/// <summary>Rows to and from the client's entities.</summary>
internal static class TableRowEntity
{
    private const string Timestamp = "Timestamp";

    public static TableEntity Of(TableRow row)
    {
        var entity = new TableEntity(TableKey.Encode(row.Partition), TableKey.Encode(row.Row));
        foreach (var (name, value) in row.Values)
        {
            if (value is not null) entity[name] = value is DateTimeOffset time ? time.ToUniversalTime() : value;
        }
        return entity;
    }

    public static TableRow ToRow(TableEntity entity)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in entity)
        {
            if (name is nameof(ITableEntity.PartitionKey) or nameof(ITableEntity.RowKey) or Timestamp || name.StartsWith("odata.", StringComparison.Ordinal)) continue;
            values[name] = value is BinaryData binary ? binary.ToArray() : value;
        }
        return new TableRow(TableKey.Decode(entity.PartitionKey), TableKey.Decode(entity.RowKey)) { Values = values, ETag = entity.ETag.ToString("H") };
    }

    /// <summary>Whether a row that was read holds exactly what another was to store.</summary>
    public static bool HaveSameValues(TableRow read, TableRow written)
    {
        var properties = 0;
        foreach (var (name, value) in written.Values)
        {
            if (value is null) continue;
            properties++;
            if (!read.Values.TryGetValue(name, out var other) || !Same(value, other)) return false;
        }
        return properties == read.Values.Count;
    }

    private static bool Same(object value, object? other) => (value, other) switch
    {
        (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
        (DateTimeOffset a, DateTimeOffset b) => a.UtcTicks == b.UtcTicks,
        _ => value.Equals(other),
    };
}
