namespace FamilyHubs.Pipeline.Lake.Staging;

/// <summary>Bytes that all staged tables together may keep in memory. Safe for several threads.</summary>
internal sealed class StagingBudget(long bytes)
{
    private long _free = bytes;

    /// <summary>Takes the bytes if they are free.</summary>
    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _free, -bytes) >= 0)
        {
            return true;
        }

        Interlocked.Add(ref _free, bytes);
        return false;
    }

    public void Give(long bytes) => Interlocked.Add(ref _free, bytes);
}
