using FamilyHubs.Pipeline.Figures.Kpis;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>
/// Breastfeeding at six to eight weeks (national.md 1.5): of the infants due the review in the month, those with one of the statuses at their
/// earliest review in its window. Infants without review or status stay in the denominator.
/// </summary>
internal sealed class BreastfeedingSource(MonthlyContext context) : MonthSource
{
    private const string Review = "sixToEightWeeks";

    public override IEnumerable<IndicatorValue> Of(IndicatorDefinition indicator, Month month)
    {
        var (anchor, window) = Due(indicator);
        var definitions = context.Reviews.Definitions;
        var (type, modes) = (definitions.Type(Review), definitions.Modes(context.Profile.CountedModes));
        int[] statuses = [.. (indicator.Source.Statuses ?? []).Select(definitions.Status)];
        var share = new PlaceShare(context, month);
        for (var person = 0; person < context.Population.People.Count; person++)
        {
            if (context.Population.People.Birth(person) is { } birth && month.Contains(anchor.After(birth)))
            {
                var (from, to) = window.Of(birth);
                share.Add(
                    person,
                    context.Reviews.Earliest(person, type, from, to, modes) is { } day
                        && statuses.Contains(context.Reviews.FeedingStatus(person, type, day, modes)));
            }
        }

        return share.Shares();
    }

    /// <summary>When the review is due, as the national view of the profile says.</summary>
    private (Offset Anchor, ReviewWindow Window) Due(IndicatorDefinition indicator)
    {
        var due = context.Profile.National.FirstOrDefault(share => share is { Review: Review, Anchor: not null, Window: not null });
        return due is { Anchor: { } anchor, Window: { } window }
            ? (anchor, window)
            : throw new ArgumentException(
                $"Indicator {indicator.Id} needs a national indicator of the review {Review} with anchor and window in the profile. Add it.", nameof(indicator));
    }
}
