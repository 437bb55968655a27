using NCrontab;

namespace Microsoft.Azure.Functions.Worker.Host.Timers;

/// <summary>An NCRONTAB schedule in UTC.</summary>
internal sealed class TimerSchedule
{
    private static readonly TimeSpan LeastMonitored = TimeSpan.FromMinutes(1);
    private readonly CrontabSchedule _schedule;

    private TimerSchedule(CrontabSchedule schedule) => _schedule = schedule;

    /// <summary>Reads six fields, or five without the seconds.</summary>
    /// <exception cref="HostStartException">The text is no schedule.</exception>
    internal static TimerSchedule Parse(string text, string functionName)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 }) is { } schedule
            ? new TimerSchedule(schedule)
            : throw new HostStartException(
                $"Function '{functionName}': '{text}' is no NCRONTAB schedule of six fields (second minute hour day month weekday).");
    }

    /// <summary>The first occurrence after a time, in UTC.</summary>
    internal DateTime Next(DateTime after) => DateTime.SpecifyKind(_schedule.GetNextOccurrence(after), DateTimeKind.Utc);

    /// <summary>Whether occurrences are too close together to be stored: the real host's rule, over the next five.</summary>
    internal bool IsTooFrequentToMonitor(DateTime now)
    {
        var previous = Next(now);
        for (var i = 0; i < 4; i++)
        {
            var next = Next(previous);
            if (next - previous < LeastMonitored)
                return true;
            previous = next;
        }
        return false;
    }
}
