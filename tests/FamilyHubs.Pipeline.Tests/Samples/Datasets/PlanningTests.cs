using FamilyHubs.Pipeline.Cli.Samples.Datasets;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Tests.Samples.Datasets;

/// <summary>Planned numbers come out to the child.</summary>
public sealed class PlanningTests
{
    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 50)]
    [InlineData(49, 50)]
    [InlineData(50, 50)]
    [InlineData(809, 980)]
    public void Holds_AllNumbers_AreAsManyAsChosen(int chosen, int of)
    {
        foreach (var shift in new[] { 0, 7, 983 })
        {
            Assert.Equal(chosen, Enumerable.Range(0, of).Count(number => Spread.Holds(number, chosen, of, shift)));
        }
    }

    [Fact]
    public void Of_WantedNumbers_AreInTheGroupAtEachMonthsEnd()
    {
        int[] wanted = [2, 0, 3, 3, 1, 4, 0, 0, 1, 2, 2, 2];
        var first = new Month(2013, 4);
        var spells = Enumerable.Range(0, wanted.Max()).SelectMany(place => MonthlySpells.Of(place, first, wanted)).ToArray();

        Assert.Equal(
            wanted,
            Enumerable.Range(0, wanted.Length).Select(number => first.AddMonths(number).Last)
                .Select(day => spells.Count(spell => spell.From <= day && !(spell.Until <= day))));
        Assert.Contains(spells, spell => spell.Until is { } until && until == Month.Of(until).Last);
    }

    [Fact]
    public void Of_PlannedYear_TakesItsNumbersAndOtherMonthsTheUsualShare()
    {
        var plan = new CohortPlan(
            50,
            new Dictionary<Month, int> { [new Month(2014, 2)] = 100 },
            new Dictionary<string, int> { ["HV2"] = 48 },
            [new MeasureYear("HV2", new Month(2013, 12), [49, 47])]);

        Assert.Equal(
            [48, 49, 47, 96],
            new[] { new Month(2013, 11), new Month(2013, 12), new Month(2014, 1), new Month(2014, 2) }.Select(month => plan.Of(month).Met["HV2"]));
        Assert.Equal(100, plan.Of(new Month(2014, 2)).Size);
    }
}
