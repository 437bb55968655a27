using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Tests.Statistics;

public sealed class DisclosureAttackTests
{
    [Fact]
    public void Recover_OneGapInASum_IsTheDifference()
    {
        var table = new DisclosureTable();
        int[] parts = [table.Add("a", 3), table.Add("b", 9), table.Add("c", 20)];
        table.AddSum(table.Add("total", 32), parts);

        Assert.Equal([new RecoveredCell(0, 3)], Attack(table, 0));
        Assert.Equal([new RecoveredCell(3, 32)], Attack(table, 3));
        Assert.Empty(Attack(table, 0, 1));
    }

    [Fact]
    public void Recover_AsManyGapsAsTheirSum_AreAllOne()
    {
        var table = new DisclosureTable();
        int[] parts = [.. Enumerable.Range(0, 6).Select(index => table.Add($"p{index}", 1))];
        table.AddSum(table.Add("total", 6), parts);

        Assert.Equal(6, Attack(table, parts).Count);
    }

    [Fact]
    public void Recover_ThreeSumsInARing_FollowByAddingAndSubtracting()
    {
        var table = new DisclosureTable();
        int[] cells = [table.Add("a", 30), table.Add("b", 40), table.Add("c", 50)];
        table.AddSum(table.Add("a+b", 70), cells[0], cells[1]);
        table.AddSum(table.Add("b+c", 90), cells[1], cells[2]);
        table.AddSum(table.Add("a+c", 80), cells[0], cells[2]);

        Assert.Equal([30L, 40L, 50L], Attack(table, cells).Select(found => found.Value));
    }

    [Fact]
    public void Recover_FourSumsInARing_LeaveTheirCellsOpen()
    {
        var table = new DisclosureTable();
        int[] cells = [table.Add("a", 30), table.Add("b", 40), table.Add("c", 50), table.Add("d", 60)];
        table.AddSum(table.Add("a+b", 70), cells[0], cells[1]);
        table.AddSum(table.Add("c+d", 110), cells[2], cells[3]);
        table.AddSum(table.Add("a+c", 80), cells[0], cells[2]);
        table.AddSum(table.Add("b+d", 100), cells[1], cells[3]);

        Assert.Empty(Attack(table, cells));
    }

    [Fact]
    public void Recover_ChainOverTwoTables_IsFollowed()
    {
        // District and team tables of one area; the district's total gives the gap of the teams' table.
        var table = new DisclosureTable();
        int[] districts = [table.Add("d1", 12), table.Add("d2", 30)];
        int[] teams = [table.Add("t1", 2), table.Add("t2", 40)];
        var area = table.Add("area", 42);
        table.AddSum(area, districts);
        table.AddSum(area, teams);

        Assert.Equal([new RecoveredCell(teams[0], 2), new RecoveredCell(area, 42)], Attack(table, area, teams[0]));
    }

    [Fact]
    public void Recover_CountBetweenTwoEqualOnes_IsTheirs()
    {
        var table = new DisclosureTable();
        var (group, people, memberships) = (table.Add("group", 5), table.Add("people", 5), table.Add("memberships", 5));
        table.AddOrder(group, people);
        table.AddOrder(people, memberships);

        Assert.Equal([new RecoveredCell(people, 5)], Attack(table, people));
    }

    [Fact]
    public void Recover_CountThatIsNotShown_FollowsFromAProportion()
    {
        var table = new DisclosureTable();
        var cells = table.AddProportion("visits", 98, 100);

        Assert.Equal([new RecoveredCell(cells.Others, 2)], Attack(table));
        Assert.Empty(Attack(table, cells.Numerator));
    }

    [Fact]
    public void AddSum_PartsThatDoNotAddUp_AreRefused()
    {
        var table = new DisclosureTable();
        var (part, total) = (table.Add("part", 3), table.Add("total", 4));

        Assert.Throws<InvalidOperationException>(() => table.AddSum(total, part));
        Assert.Throws<InvalidOperationException>(() => table.AddListedSum(part, total));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Add("negative", -1));
    }

    private static IReadOnlyList<RecoveredCell> Attack(DisclosureTable table, params int[] suppressed) =>
        DisclosureAttack.Recover(table, [.. Enumerable.Range(0, table.Cells.Count).Select(suppressed.Contains)]);
}
