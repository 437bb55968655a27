using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Staging;

/// <summary>A run in the temporary file, read a block at a time.</summary>
internal sealed class SpilledRun(long firstLead, SpillFile file, IReadOnlyList<SpillBlock> blocks) : Run(firstLead)
{
    /// <summary>Not known without reading: a batch that large touches most of its table.</summary>
    public override bool MayHave(long start, long? end) => end is null || FirstLead < end;

    public override IEnumerable<ColumnSet> Read()
    {
        foreach (var block in blocks)
        {
            yield return file.Read(block);
        }
    }
}
