namespace FamilyHubs.Pipeline.Ports;

/// <summary>When a write may happen.</summary>
public sealed record WriteCondition
{
    private WriteCondition(bool ifAbsent, string? ifMatch) => (IfAbsent, IfMatch) = (ifAbsent, ifMatch);

    /// <summary>Whatever is there is replaced.</summary>
    public static WriteCondition Always { get; } = new(false, null);

    /// <summary>Only when there is nothing yet (<c>If-None-Match: *</c>).</summary>
    public static WriteCondition Absent { get; } = new(true, null);

    public bool IfAbsent { get; }

    public string? IfMatch { get; }

    /// <summary>Only when what is there has this ETag.</summary>
    public static WriteCondition Matches(string etag) => new(false, etag);
}
