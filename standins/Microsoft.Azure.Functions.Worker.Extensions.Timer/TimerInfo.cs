namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer tells the function that it runs.</summary>
public class TimerInfo
{
    /// <summary>The status before this run; null when the schedule is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run makes up for a missed one.</summary>
    public bool IsPastDue { get; set; }
}
