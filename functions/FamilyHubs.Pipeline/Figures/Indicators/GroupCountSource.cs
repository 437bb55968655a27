using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>People of a priority group at the month's end, all or under an age.</summary>
internal sealed class GroupCountSource(MonthlyContext context) : MonthSource
{
    public override IEnumerable<IndicatorValue> Of(IndicatorDefinition indicator, Month month)
    {
        var population = context.Population;
        var group = population.Definitions.Find(indicator.Source.Group ?? string.Empty);
        var share = new PlaceShare(context, month);
        for (var person = 0; person < population.People.Count; person++)
        {
            if (indicator.Source.UnderYears is not { } years || population.People.IsUnder(years, person, month.Last))
            {
                share.Add(person, population.Groups.Start(person, group, month.Last) is not null);
            }
        }

        return share.Counts();
    }
}
