using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing.Faults;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>
/// The weekly cycle is disturbed at every single call of its ports, the mail service included, and poked again: the same figures and
/// pointers as undisturbed, and no recipient has two mails (quality.md 2).
/// </summary>
public sealed class WeeklyCrashTests
{
    private static readonly DateTimeOffset Monday = new(2019, 3, 25, 6, 0, 0, TimeSpan.Zero);

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task RunDue_DisturbedAtEachCall_EndsAsUndisturbed(FaultKind kind)
    {
        var counter = new FaultPlan();
        var expected = await RunAsync(counter, mayBeUnknown: false);
        var faults = new ConcurrentBag<string>();
        var struck = 0;
        await Parallel.ForEachAsync(FaultCalls.Of(counter, kind), async (call, _) =>
        {
            var plan = new FaultPlan(call, kind);
            var actual = await RunAsync(plan, mayBeUnknown: true);
            Interlocked.Add(ref struck, plan.Struck ? 1 : 0);
            if (actual != expected)
            {
                faults.Add($"Call {call} of {counter.Calls}, {kind}:\n{actual}\ninstead of\n{expected}");
            }
        });

        Assert.Empty(faults);
        Assert.True(kind == FaultKind.ConflictWithItself ? struck > 5 : struck == FaultCalls.Of(counter, kind).Count, $"{struck} of {counter.Calls} calls were disturbed.");
    }

    private static async Task<string> RunAsync(FaultPlan plan, bool mayBeUnknown)
    {
        using var world = new MemoryPipeline(Monday);
        await SmallEssex.WriteAsync(world.Blobs);
        await world.AddBatchAsync("20190325_0200", new DateTime(2019, 3, 25, 2, 0, 0));
        await world.AddRecipientsAsync(
            new Recipient("one@example.org", "One", ["manager"], ["E07000071"], ["weekly"]),
            new Recipient("two@example.org", "Two", ["manager"], ["E10000012"], ["weekly"]));
        using (var process = world.Process(plan))
        {
            await PokeAsync(process, plan);
        }

        // A new process, after every lease has run out; and once more, to see that nothing is left to do.
        for (var poke = 0; poke < 2; poke++)
        {
            world.Time.Advance(TimeSpan.FromHours(1));
            await PokeAsync(world, undisturbed: null);
        }

        return await DescribeAsync(world, mayBeUnknown);
    }

    private static async Task PokeAsync(MemoryPipeline process, FaultPlan? undisturbed)
    {
        try
        {
            await process.Get<RunDueWeeklyReports>().RunAsync(default);
        }
        catch (Exception) when (undisturbed is { Struck: true })
        {
            // The process has ended.
        }
    }

    private static async Task<string> DescribeAsync(MemoryPipeline world, bool mayBeUnknown)
    {
        var text = new StringBuilder();
        foreach (var row in world.Tables.Contents(TableNames.PriorityGroupWeekly))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{row.Partition}/{row.Row}: {row.Number("Value")} {row.Text("Run")} {row.Text("Reported")} {row.Flag("Complete")}");
        }

        foreach (var run in await world.Get<RunLedger>().ListAsync("essex", default))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{run.Id} {run.Period} {run.State} {run.Figures}");
        }

        foreach (var mail in world.Tables.Contents(TableNames.Mailings))
        {
            var (state, taken) = (mail.Text("State"), world.Mailer.Taken.Count(m => m.To.Address == mail.Row));
            // What became of a mail whose answer was lost cannot be known: operations are shown it, and it is not sent again.
            var fine = state == nameof(MailingState.Accepted) ? taken == 1 : mayBeUnknown && state == nameof(MailingState.Unknown) && taken <= 1;
            text.AppendLine(CultureInfo.InvariantCulture, $"{mail.Partition} {mail.Row}: {(fine ? "once" : $"{state}, taken {taken} times")}");
        }

        return text.ToString();
    }
}
