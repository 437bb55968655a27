using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Staging;

/// <summary>Staged rows in key order with unique keys. Can be read more than once.</summary>
internal abstract class Run(long firstLead)
{
    /// <summary>Order value of its first row: until the merge gets there the run need not be opened.</summary>
    public long FirstLead { get; } = firstLead;

    /// <summary>False when the run has no row with a lead from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public abstract bool MayHave(long start, long? end);

    /// <summary>The rows in pieces, in order.</summary>
    public abstract IEnumerable<ColumnSet> Read();
}
