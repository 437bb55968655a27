namespace FamilyHubs.Pipeline.Statistics;

/// <summary>Narrows down each unknown count: a suppressed one is at least 1, because zeros are shown; one that is not shown at least 0; sums and orders do the rest.</summary>
internal static class BoundsAttack
{
    /// <summary>Above any count, and small enough that sums of it do not overflow.</summary>
    private const long Unbounded = 1L << 40;

    /// <summary>Narrowing by one at a time could go on for long; an attacker gives up too.</summary>
    private const int StepsPerSum = 100;

    /// <summary>Fills in what is certain; true when something was.</summary>
    public static bool Run(DisclosureTable table, long?[] known)
    {
        var lower = new long[known.Length];
        var upper = new long[known.Length];
        for (var cell = 0; cell < known.Length; cell++)
        {
            lower[cell] = known[cell] ?? (table.Cells[cell] is { IsShown: true } or { Earlier: EarlierPublication.Hidden } ? 1 : 0);
            upper[cell] = known[cell] ?? Unbounded;
        }

        // What is known already narrows nothing down.
        DisclosureSum[] open = [.. table.Sums.Where(sum => known[sum.Total] is null || Array.Exists(sum.Parts, part => known[part] is null))];
        var changed = true;
        for (var step = 0; changed && step < StepsPerSum; step++)
        {
            changed = false;
            foreach (var sum in open)
                changed |= Narrow(sum, lower, upper);
            foreach (var (lesser, greater) in table.Orders)
                changed |= Raise(lower, greater, lower[lesser]) | Lower(upper, lesser, upper[greater]);
        }

        var found = false;
        for (var cell = 0; cell < known.Length; cell++)
        {
            if (known[cell] is not null || lower[cell] != upper[cell])
                continue;
            known[cell] = lower[cell];
            found = true;
        }
        return found;
    }

    private static bool Narrow(DisclosureSum sum, long[] lower, long[] upper)
    {
        long least = 0, most = 0;
        foreach (var part in sum.Parts)
        {
            least += lower[part];
            most += upper[part];
        }
        var changed = Raise(lower, sum.Total, least) | Lower(upper, sum.Total, most);
        foreach (var part in sum.Parts)
        {
            var (low, high) = (lower[part], upper[part]);
            // The part is the total less the other parts.
            if (Raise(lower, part, lower[sum.Total] - (most - high)) | Lower(upper, part, upper[sum.Total] - (least - low)))
            {
                changed = true;
                least += lower[part] - low;
                most += upper[part] - high;
            }
        }
        return changed;
    }

    private static bool Raise(long[] lower, int cell, long bound)
    {
        if (bound <= lower[cell])
            return false;
        lower[cell] = bound;
        return true;
    }

    private static bool Lower(long[] upper, int cell, long bound)
    {
        if (bound >= upper[cell])
            return false;
        upper[cell] = bound;
        return true;
    }
}
