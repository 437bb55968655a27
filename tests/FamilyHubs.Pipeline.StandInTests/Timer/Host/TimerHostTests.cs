using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.StandInTests.Support;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.StandInTests.Timer.Host;

[Collection(AzuriteCollection.Name)]
public sealed class TimerHostTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Wednesday = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Step = TimeSpan.FromHours(2);

    [Fact]
    public async Task Timer_OccurrenceComes_RunsOnceAndStoresTheStatus()
    {
        await using var host = await StartAsync("timer-once", typeof(Weekly), Wednesday);
        Assert.Empty(host.Notes.Items);

        await host.UntilAsync(() => host.Notes.Count == 1, Step);

        var seen = Assert.IsType<TimerInfo>(host.Notes.Items[0]);
        Assert.False(seen.IsPastDue);
        Assert.Equal((default, At(9), Wednesday.UtcDateTime), (seen.ScheduleStatus!.Last, seen.ScheduleStatus.Next, seen.ScheduleStatus.LastUpdated));
        await StoredAsync("timer-once", "Weekly", status => status.Last >= At(9) && status.Next == At(16));
    }

    [Fact]
    public async Task Start_OccurrencesMissed_RunsOncePastDue()
    {
        await using (await StartAsync("timer-missed", typeof(Weekly), Wednesday))
        {
        }

        await using var host = await StartAsync("timer-missed", typeof(Weekly), Wednesday.AddDays(40));
        await StoredAsync("timer-missed", "Weekly", status => status.Last == Wednesday.AddDays(40).UtcDateTime);

        Assert.True(Assert.IsType<TimerInfo>(Assert.Single(host.Notes.Items)).IsPastDue);
    }

    [Fact]
    public async Task Start_NothingMissed_DoesNotRun()
    {
        await using (await StartAsync("timer-not-missed", typeof(Weekly), Wednesday))
        {
        }

        await using var host = await StartAsync("timer-not-missed", typeof(Weekly), Wednesday.AddDays(4));
        await host.UntilAsync(() => host.Notes.Count == 1, Step);

        Assert.False(Assert.IsType<TimerInfo>(Assert.Single(host.Notes.Items)).IsPastDue);
        Assert.True(host.Clock.GetUtcNow().UtcDateTime >= At(9));
    }

    [Fact]
    public async Task Timer_FunctionThrows_CountsAsDone()
    {
        await using var host = await StartAsync("timer-throws", typeof(Throws), Wednesday);

        await host.UntilAsync(() => host.Notes.Count == 1, Step);

        await StoredAsync("timer-throws", "Throws", status => status.Next == At(16));
        Assert.Single(host.Notes.Items);
    }

    [Fact]
    public async Task RunOnStartup_Set_RunsAtStartAndByScheduleOfASetting()
    {
        await using var host = await StartAsync("timer-startup", typeof(AtStart), Wednesday, ("Schedules:Weekly", "0 0 6 * * 1"));
        await host.UntilAsync(() => host.Notes.Count == 1);
        Assert.Equal(Wednesday, host.Notes.Items[0]);

        await host.UntilAsync(() => host.Notes.Count == 2, Step);

        Assert.True((DateTimeOffset)host.Notes.Items[1] >= new DateTimeOffset(At(9)));
    }

    [Fact]
    public async Task Timer_EachSecond_HasNoStatusAndStoresNothing()
    {
        await using var host = await StartAsync("timer-second", typeof(EachSecond), Wednesday);

        await host.UntilAsync(() => host.Notes.Count == 3, TimeSpan.FromSeconds(1));

        Assert.All(host.Notes.Items, info => Assert.Null(Assert.IsType<TimerInfo>(info).ScheduleStatus));
        Assert.False(await Status("timer-second", "EachSecond").ExistsAsync());
    }

    private static DateTime At(int day) => new(2026, 3, day, 6, 0, 0, DateTimeKind.Utc);

    private async Task<TestHost> StartAsync(string name, Type function, DateTimeOffset now, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["AzureWebJobsStorage"] = azurite.ConnectionString };
        foreach (var (key, value) in settings)
            all[key] = value;
        return await TestHost.StartAsync([function], all, now, name: name);
    }

    private BlobClient Status(string host, string function) =>
        new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("azure-webjobs-hosts").GetBlobClient($"timers/{host}/Host.Functions.{function}/status");

    private async Task StoredAsync(string host, string function, Func<ScheduleStatus, bool> expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Eventually.TrueAsync(
            async () => expected((await Status(host, function).DownloadContentAsync(patience.Token)).Value.Content.ToObjectFromJson<ScheduleStatus>()!),
            patience.Token);
    }

    public sealed class Weekly(Notes notes)
    {
        [Function("Weekly")]
        public void Run([TimerTrigger("0 0 6 * * 1")] TimerInfo timer) => notes.Add(timer);
    }

    public sealed class Throws(Notes notes)
    {
        [Function("Throws")]
        public Task Run([TimerTrigger("0 0 6 * * 1")] TimerInfo timer)
        {
            notes.Add(timer);
            throw new InvalidOperationException("It failed.");
        }
    }

    public sealed class AtStart(Notes notes, TimeProvider clock)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger("%Schedules:Weekly%", RunOnStartup = true)] TimerInfo timer) => notes.Add(clock.GetUtcNow());
    }

    public sealed class EachSecond(Notes notes)
    {
        [Function("EachSecond")]
        public void Run([TimerTrigger("* * * * * *")] TimerInfo timer) => notes.Add(timer);
    }
}
