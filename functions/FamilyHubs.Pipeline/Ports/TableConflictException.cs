namespace FamilyHubs.Pipeline.Ports;

/// <summary>A conditional table write found another state. See <see cref="BlobConflictException"/> on lost answers.</summary>
public sealed class TableConflictException(string table, string partition, string row, Exception? inner = null)
    : Exception($"Row {partition} / {row} of table {table} is not in the expected state.", inner);
