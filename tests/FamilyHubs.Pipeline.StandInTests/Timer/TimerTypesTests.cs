using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace FamilyHubs.Pipeline.StandInTests.Timer;

public sealed class TimerTypesTests
{
    [Fact]
    public void TimerTrigger_Defaults_AreMonitoredAndNotAtStart()
    {
        var trigger = new TimerTriggerAttribute("0 0 6 * * 1");

        Assert.Equal("0 0 6 * * 1", trigger.Schedule);
        Assert.True(trigger.UseMonitor);
        Assert.False(trigger.RunOnStartup);
        Assert.IsType<TriggerBindingAttribute>(trigger, exactMatch: false);
    }

    [Fact]
    public void TimerInfo_Json_HasTheHostsNames()
    {
        const string Json =
            """{"ScheduleStatus":{"Last":"2026-03-02T06:00:00Z","Next":"2026-03-09T06:00:00Z","LastUpdated":"2026-03-02T06:00:00Z"},"IsPastDue":true}""";

        var info = JsonSerializer.Deserialize<TimerInfo>(Json)!;

        Assert.True(info.IsPastDue);
        Assert.Equal(new DateTime(2026, 3, 9, 6, 0, 0, DateTimeKind.Utc), info.ScheduleStatus!.Next);
        Assert.Equal(Json, JsonSerializer.Serialize(info));
    }

    [Fact]
    public void TimerInfo_Unmonitored_HasNoStatus() => Assert.Null(new TimerInfo().ScheduleStatus);
}
