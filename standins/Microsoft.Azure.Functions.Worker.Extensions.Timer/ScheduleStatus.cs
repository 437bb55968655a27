namespace Microsoft.Azure.Functions.Worker;

/// <summary>Occurrences of a schedule.</summary>
public class ScheduleStatus
{
    /// <summary>The last occurrence; the default value before the first.</summary>
    public DateTime Last { get; set; }

    /// <summary>The occurrence expected next.</summary>
    public DateTime Next { get; set; }

    /// <summary>When the record was last changed.</summary>
    public DateTime LastUpdated { get; set; }
}
