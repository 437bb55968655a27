using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Staging;

/// <summary>A run in the temporary file, read a block at a time.</summary>
internal sealed class SpilledRun(long firstLead, SpillFile file, IReadOnlyList<SpillBlock> blocks) : Run(firstLead)
{
    public override IEnumerable<ColumnSet> Read()
    {
        foreach (var block in blocks)
        {
            yield return file.Read(block);
        }
    }
}
