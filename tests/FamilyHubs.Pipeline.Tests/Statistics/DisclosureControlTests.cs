using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Tests.Statistics;

public sealed class DisclosureControlTests
{
    [Fact]
    public void Suppress_ValuesAroundTheThreshold_AreOneToFour()
    {
        var table = new DisclosureTable();
        for (var value = 0; value < 8; value++)
            table.Add($"c{value}", value);

        Assert.Equal([1, 2, 3, 4], Suppressed(table, 5));
        Assert.Empty(Suppressed(table, 0));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], Suppressed(table, 8));
    }

    [Theory]
    // One small part: the smallest other goes with it, the lowest code of equal ones, zeros never.
    [InlineData("3 9 20 0", "0 1")]
    [InlineData("3 9 9 0", "0 1")]
    [InlineData("20 3 9 9", "1 2")]
    // Together below the threshold: a third goes.
    [InlineData("1 2 9 20", "0 1 2")]
    [InlineData("3 4 9 20", "0 1")]
    // Together as much as two below the threshold can be: each would be 4.
    [InlineData("4 4 9 20", "0 1 2")]
    // Each suppressed count is at least 1, so that six that are together 6 are all 1.
    [InlineData("1 1 1 1 1 1", "0 1 2 3 4 5 6")]
    // Only the total is left to go.
    [InlineData("3 0 0 7 0", "0 3")]
    [InlineData("4 0 0 0 2", "0 4")]
    [InlineData("0 0 0 6", "")]
    public void Suppress_OneSum_HidesJustEnough(string parts, string suppressed)
    {
        var table = new DisclosureTable();
        int[] values = [.. parts.Split(' ').Select(int.Parse)];
        int[] cells = [.. values.Select((value, index) => table.Add($"c{index}", value))];
        table.AddSum(table.Add("c", values.Sum()), cells);

        Assert.Equal(suppressed, string.Join(' ', Suppressed(table, 5)));
    }

    [Fact]
    public void Suppress_TwoLevels_CarriesOnUpwards()
    {
        // Two districts of a quadrant, one small: both go. The quadrant stays; its sibling need not go.
        var table = new DisclosureTable();
        int[] districts = [table.Add("d1", 3), table.Add("d2", 30)];
        int[] quadrants = [table.Add("q1", 33), table.Add("q2", 50)];
        table.AddSum(quadrants[0], districts);
        table.AddSum(table.Add("a", 83), quadrants);

        Assert.Equal([0, 1], Suppressed(table, 5));
    }

    [Theory]
    [InlineData(98, 100, true, false)]
    [InlineData(2, 100, true, false)]
    [InlineData(50, 100, false, false)]
    [InlineData(0, 100, false, false)]
    [InlineData(100, 100, false, false)]
    [InlineData(0, 3, true, true)]
    [InlineData(3, 3, true, true)]
    [InlineData(3, 6, true, false)]
    [InlineData(0, 0, false, false)]
    public void Suppress_Proportion_HidesSmallNumeratorsAndSmallRests(int numerator, int denominator, bool hidden, bool denominatorHidden)
    {
        var table = new DisclosureTable();
        var cells = table.AddProportion("p", numerator, denominator);

        var suppressed = new DisclosureControl(5).Suppress(table);

        Assert.Equal(hidden, cells.IsSuppressed(suppressed));
        Assert.Equal(denominatorHidden, suppressed[cells.Denominator]);
    }

    [Theory]
    [InlineData(0, 5, 0)]
    [InlineData(7, 5, 5)]
    [InlineData(8, 5, 10)]
    [InlineData(5, 10, 10)]
    [InlineData(13, 0, 13)]
    [InlineData(13, 1, 13)]
    public void Round_Count_IsToTheNearestMultiple(int count, int roundTo, int rounded) =>
        Assert.Equal(rounded, DisclosureControl.Round(count, roundTo));

    [Fact]
    public void Suppress_RandomTables_LeavesNothingToAnAttackerWhoTriesAllTables()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (table, sums) = RandomTable(seed);
            var suppressed = new DisclosureControl(5).Suppress(table);

            for (var cell = 0; cell < suppressed.Length; cell++)
            {
                var value = table.Cells[cell].Value;
                Assert.True(value is < 1 or > 4 || suppressed[cell], "A small count is shown.");
                Assert.False(value == 0 && suppressed[cell], "A zero is hidden.");
            }
            Assert.Empty(ExhaustiveAttack.Recover(table, sums, suppressed));
        }
    }

    [Fact]
    public void Suppress_WithoutTheSecondStep_IsRecovered()
    {
        var recovered = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var (table, _) = RandomTable(seed);
            bool[] primary = [.. table.Cells.Select(cell => cell.Value is > 0 and < 5)];
            recovered += DisclosureAttack.Recover(table, primary).Count > 0 ? 1 : 0;
            Assert.Empty(DisclosureAttack.Recover(table, new DisclosureControl(5).Suppress(table)));
        }
        Assert.True(recovered > 50, $"Only {recovered} of 100 tables give a count away; the attacker is too weak to prove anything.");
    }

    [Fact]
    public void Suppress_WithoutTheAttack_LeavesTables_ThatTheAttackerOpens()
    {
        // The rule of each sum alone does not see rings of sums and narrow bounds; the attack does.
        var opened = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var (table, _) = RandomTable(seed);
            var suppressed = new DisclosureControl(5).Suppress(table, [], (_, _) => []);
            opened += DisclosureAttack.Recover(table, suppressed).Count > 0 ? 1 : 0;
        }
        Assert.True(opened > 0);
    }

    [Fact]
    public void Suppress_LargeCounts_AreHiddenForAReason()
    {
        // Shown again, nearly every one of them gives a count away, or leaves a sum whose hidden parts are together below the threshold.
        var (hidden, needless) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var (table, _) = RandomTable(seed);
            var suppressed = new DisclosureControl(5).Suppress(table);
            for (var cell = 0; cell < suppressed.Length; cell++)
            {
                if (!suppressed[cell] || table.Cells[cell].Value < 5)
                    continue;
                hidden++;
                bool[] less = [.. suppressed];
                less[cell] = false;
                var isOpen = DisclosureAttack.Recover(table, less).Count > 0 || table.Sums.Any(sum => IsTogetherSmall(table, sum, less));
                needless += isOpen ? 0 : 1;
            }
        }
        Assert.True(needless <= 0.1 * hidden, $"{needless} of {hidden} counts are hidden without need.");
    }

    private static bool IsTogetherSmall(DisclosureTable table, DisclosureSum sum, bool[] suppressed)
    {
        var together = sum.Parts.Where(part => suppressed[part]).Sum(part => table.Cells[part].Value);
        return !suppressed[sum.Total] && together is > 0 and < 5;
    }

    /// <summary>A table of rows and columns with all its margins; small counts are frequent, as in a district's groups.</summary>
    private static (DisclosureTable Table, DisclosureSum[] Sums) RandomTable(int seed)
    {
        var random = new Random(seed);
        var (rows, columns) = (random.Next(2, 4), random.Next(2, 4));
        var table = new DisclosureTable();
        var values = new int[rows, columns];
        var cells = new int[rows, columns];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                values[row, column] = random.Next(3) == 0 ? 0 : random.Next(1, 9);
                cells[row, column] = table.Add($"c{row}{column}", values[row, column]);
            }
        var rowTotals = new List<int>();
        for (var row = 0; row < rows; row++)
        {
            int[] parts = [.. Enumerable.Range(0, columns).Select(column => cells[row, column])];
            rowTotals.Add(table.Add($"r{row}", parts.Sum(part => table.Cells[part].Value)));
            table.AddSum(rowTotals[^1], parts);
        }
        var columnTotals = new List<int>();
        for (var column = 0; column < columns; column++)
        {
            int[] parts = [.. Enumerable.Range(0, rows).Select(row => cells[row, column])];
            columnTotals.Add(table.Add($"k{column}", parts.Sum(part => table.Cells[part].Value)));
            table.AddSum(columnTotals[^1], parts);
        }
        var grand = table.Add("t", values.Cast<int>().Sum());
        table.AddSum(grand, rowTotals);
        table.AddSum(grand, columnTotals);
        return (table, [.. table.Sums]);
    }

    private static int[] Suppressed(DisclosureTable table, int threshold) =>
        [.. new DisclosureControl(threshold).Suppress(table).Select((hidden, index) => (hidden, index)).Where(cell => cell.hidden).Select(cell => cell.index)];
}
