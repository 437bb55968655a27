using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Staging;

/// <summary>A run that stays in memory.</summary>
internal sealed class MemoryRun(long firstLead, ColumnSet rows) : Run(firstLead)
{
    public override IEnumerable<ColumnSet> Read() => [rows];
}
