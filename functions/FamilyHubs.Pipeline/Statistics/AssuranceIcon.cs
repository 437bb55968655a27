namespace FamilyHubs.Pipeline.Statistics;

/// <summary>Whether the process will reach its target.</summary>
public enum AssuranceIcon
{
    /// <summary>The target is within the limits: it will be hit or missed by chance.</summary>
    HitOrMiss,

    /// <summary>The whole range between the limits is better than the target.</summary>
    Pass,

    /// <summary>The whole range between the limits is worse than the target.</summary>
    Fail,
}
