using System.Globalization;
using FamilyHubs.Pipeline.Ports;
using Xunit.Abstractions;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>The simulation can fail: an engine that lacks one of the rules it lives by is found out by some seed.</summary>
public sealed class SpoiledEngineTests(ITestOutputHelper output)
{
    private const int Seeds = 1000;

    /// <summary>What is taken away, and the work in which it is missed.</summary>
    public static TheoryData<string> Rules =>
        ["conditions of blobs", "one worker of an area", "order of the ledger of extracts", "the mail's row before the mail", "the sweep"];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Engine_WithoutARule_IsFoundOut(string rule)
    {
        var found = await Task.Run(() => Enumerable.Range(0, Seeds)
            .Select(seed => Without(rule, SimulationPlan.Of(seed)))
            .FirstOrDefault(plan => Simulations.Breaks(plan)));

        Assert.True(found is not null, $"No seed of {Seeds} misses {rule}.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rule}: seed {found.Seed}"));
    }

    private static SimulationPlan Without(string rule, SimulationPlan plan) => rule switch
    {
        "conditions of blobs" => plan with { SpoilBlobs = blobs => new SpoiledBlobs(blobs) },
        "one worker of an area" => plan with { SpoilTables = Blind((_, row) => row.Partition.EndsWith("|lease", StringComparison.Ordinal)) },
        "order of the ledger of extracts" => plan with { SpoilTables = Blind((table, _) => table == TableNames.Extracts) },
        "the mail's row before the mail" => plan with
        {
            SpoilTables = tables => new SpoiledTables(tables, (_, _) => false, (table, row) => table == TableNames.Mailings && row.Text("State") == "Sending"),
        },

        _ => plan with { IsSwept = false },
    };

    private static Func<ITables, ITables> Blind(Func<string, TableRow, bool> rows) => tables => new SpoiledTables(tables, rows, (_, _) => false);
}
