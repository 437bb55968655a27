using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.Functions.Worker.Host;
using Microsoft.Azure.Functions.Worker.Host.Timers;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a function by a schedule.</summary>
/// <param name="schedule">NCRONTAB with six fields (second first), or <c>%Setting%</c>. Read in UTC.</param>
[TriggerListener(typeof(TimerListener))]
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The schedule as written.</summary>
    public string Schedule { get; private set; } = schedule;

    /// <summary>Whether occurrences are stored, so that a missed one is made up at the start. Off by itself below one minute.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs when the host starts.</summary>
    public bool RunOnStartup { get; set; }
}
