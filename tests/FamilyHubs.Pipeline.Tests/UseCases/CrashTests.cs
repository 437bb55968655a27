using System.Collections.Concurrent;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Testing.Faults;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Ingest is disturbed at every single call of its ports and done again: the end is that of an undisturbed run (quality.md 2).</summary>
public sealed class CrashTests
{
    private const int TriesEach = 4;
    private const string Postcodes = "reference/postcodes.csv";
    private const string Return = "returns/caf-2019-03.csv";
    private const string Recipients = "reference/recipients.csv";

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Ingest_DisturbedAtEachCall_EndsAsUndisturbed(FaultKind kind) => CheckAsync(kind, RunAsync);

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Sweep_DisturbedAtEachCall_IsTakenUpByTheNextOnes(FaultKind kind) => CheckAsync(kind, SweepAsync);

    private static async Task CheckAsync(FaultKind kind, Func<FaultPlan, Task<string>> runAsync)
    {
        var counter = new FaultPlan();
        var expected = await runAsync(counter);
        Assert.Contains("bad-date", expected, StringComparison.Ordinal);
        Assert.DoesNotContain("landing/", expected, StringComparison.Ordinal);
        var different = new ConcurrentBag<string>();
        var struck = 0;
        await Parallel.ForEachAsync(FaultCalls.Of(counter, kind), async (call, _) =>
        {
            var plan = new FaultPlan(call, kind);
            var actual = await runAsync(plan);
            if (plan.Struck)
            {
                Interlocked.Increment(ref struck);
            }

            if (actual != expected)
            {
                different.Add($"Call {call} of {counter.Calls}, {kind}:\n{FirstDifference(expected, actual)}");
            }
        });

        Assert.Empty(different.Order(StringComparer.Ordinal));
        Assert.True(kind == FaultKind.ConflictWithItself ? struck > 10 : struck == FaultCalls.Of(counter, kind).Count, $"{struck} of {counter.Calls} calls were disturbed.");
    }

    /// <summary>The world after two reference files, a full batch, a delta and a return, each tried until it is done. Only the first process is disturbed.</summary>
    private static async Task<string> RunAsync(FaultPlan plan)
    {
        var world = await LandedAsync();
        FaultPlan? first = plan;
        var profile = await IngestWorld.ProfileAsync();
        await UntilDoneAsync(process => world.Files(process).RunAsync(profile, Postcodes, default));
        await UntilDoneAsync(process => world.Files(process).RunAsync(profile, Recipients, default));
        await UntilDoneAsync(process => world.Batches(process).RunAsync(profile, SmallBatches.Full.Extract, force: false, progress: null, default));
        await UntilDoneAsync(process => world.Batches(process).RunAsync(profile, SmallBatches.Delta.Extract, force: false, progress: null, default));
        await UntilDoneAsync(process => world.Files(process).RunAsync(profile, Return, default));
        return await world.DescribeAsync();

        async Task UntilDoneAsync(Func<FaultPlan?, Task<IngestOutcome>> work)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    if (await work(first) is { IsDone: true, Busy: false })
                    {
                        return;
                    }
                }
                catch (Exception) when (first is { Struck: true } && attempt < TriesEach)
                {
                    first = null;
                }

                Assert.True(attempt < TriesEach, "The work is not done after several tries.");
                first = plan.Struck ? null : first;
                world.Time.Advance(ExtractLedger.Lease + TimeSpan.FromMinutes(1));
            }
        }
    }

    /// <summary>The same by sweeps alone: one that is disturbed, and others until nothing is left to do.</summary>
    private static async Task<string> SweepAsync(FaultPlan plan)
    {
        var world = await LandedAsync();
        var process = plan;
        for (var sweep = 1; ; sweep++)
        {
            try
            {
                if ((await world.Sweep(process).RunAsync(default)).Count == 0)
                {
                    return await world.DescribeAsync();
                }
            }
            catch (Exception) when (process is { Struck: true })
            {
                // The next sweep goes on.
            }

            Assert.True(sweep < 2 * TriesEach, "Sweeps do not come to an end.");
            process = plan.Struck ? null : process;
            world.Time.Advance(ExtractLedger.Lease + TimeSpan.FromMinutes(1));
        }
    }

    private static async Task<IngestWorld> LandedAsync()
    {
        var world = new IngestWorld();
        await world.LandAsync(Postcodes, "Postcode,District,Lsoa,ImdQuintile\r\nCM1 1AA,E07000070,E01021500,3\r\nCM1 1AB,E07000070,E01021500,three\r\n");
        await world.LandAsync(Recipients, "Email,Name,Roles,AreaCodes,Reports\r\nmanager@example.org,A Manager,manager,E10000012,weekly\r\n");
        await world.LandAsync(SmallBatches.Full);
        await world.LandAsync(SmallBatches.Delta);
        await world.LandAsync(Return, "Month,Team,Level,Role,Count,ConsentRefused\r\n2019-03,A,2,lead,4,0\r\n2019-03,A,2,lead,five,0\r\n");
        return world;
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
        {
            line++;
        }

        return $"expected: {left.ElementAtOrDefault(line)}\nactual:   {right.ElementAtOrDefault(line)}";
    }
}
