using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Staging;

/// <summary>A run that stays in memory.</summary>
internal sealed class MemoryRun(long firstLead, ColumnSet rows) : Run(firstLead)
{
    private long[]? _leads;

    public override bool MayHave(long start, long? end)
    {
        _leads ??= KeyOrder.Leads(rows[rows.Schema.Key[0]]);
        var first = Array.BinarySearch(_leads, start);
        first = first < 0 ? ~first : first;
        return first < _leads.Length && (end is null || _leads[first] < end);
    }

    public override IEnumerable<ColumnSet> Read() => [rows];
}
