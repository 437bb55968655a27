using Azure.Data.Tables;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Azure.Tables;

/// <summary>OData filters.</summary>
internal static class TableFilter
{
    // A key character that the next one can simply follow: ASCII, and not the last of it.
    private const char LastCountable = '}';

    /// <summary>Rows of a partition whose key begins with a prefix; a few more when the prefix ends with other than ASCII characters.</summary>
    public static string Of(string partition, string rowPrefix)
    {
        var storedPartition = TableKey.Encode(partition);
        var from = TableKey.Encode(rowPrefix);
        var last = from.AsSpan().LastIndexOfAnyInRange(' ', LastCountable);
        if (from.Length == 0) return TableClient.CreateQueryFilter($"PartitionKey eq {storedPartition}");
        if (last < 0) return TableClient.CreateQueryFilter($"PartitionKey eq {storedPartition} and RowKey ge {from}");
        var below = from[..last] + (char)(from[last] + 1);
        return TableClient.CreateQueryFilter($"PartitionKey eq {storedPartition} and RowKey ge {from} and RowKey lt {below}");
    }
}
