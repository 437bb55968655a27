using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Levels of service and plans of children under five (calculations.md 11), more where need is greater.</summary>
internal sealed class TierMaker(SampleArea area)
{
    private const double FirstLevel = 0.12;

    private const double HigherLevel = 0.05;

    private const double Plan = 0.012;

    private readonly CodedSpellMaker _coded = new(area);

    public void Add(Family family)
    {
        var random = family.Random;
        foreach (var child in family.Children)
        {
            var isFirst = true;
            foreach (var tier in area.Profile.Tiers)
            {
                var source = tier.Sources?.FirstOrDefault(candidate => candidate.Kind == "coded");
                if (source is null)
                {
                    continue;
                }

                var rate = tier.Kind == "plan" ? Plan : isFirst ? FirstLevel : HigherLevel;
                isFirst = false;
                var from = child.Created.Day() > area.HistoryStart ? child.Created.Day() : area.HistoryStart;
                var day = random.Day(from, area.Options.To);
                var ends = random.Chance(Rates.GroupEnded);
                var end = day.AddDays(random.Between(60, 500));
                if (random.Chance(Math.Min(0.8, rate * Rates.NeedFactors[family.Need])) && from < area.Options.To && child.MonthsOn(day) < 60)
                {
                    _coded.Add(family, child, source, tier.Name, new Spell(day, ends && end < area.Horizon ? end : null));
                }
            }
        }
    }
}
