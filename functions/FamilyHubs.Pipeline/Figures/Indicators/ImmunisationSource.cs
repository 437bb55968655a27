using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>
/// Immunisation coverage: of the children who reach an age in the month, those with the listed doses by that age, the birthday included.
/// Two records of the same dose on one day are one dose, entered by the practice and by child health.
/// </summary>
internal sealed class ImmunisationSource(MonthlyContext context, ImmunisationReader reader) : MonthSource
{
    private readonly PersonRows<DoseGiven> _doses = reader.Build();
    private readonly HashSet<(DateOnly, string?)> _counted = [];

    public override IEnumerable<IndicatorValue> Of(IndicatorDefinition indicator, Month month)
    {
        var months = indicator.Source.AtMonths ?? 0;
        (HashSet<long> Contents, int Count)[] needed =
            [.. (indicator.Source.Doses ?? []).Select(doses => (reader.ContentsOf(doses), doses.Count))];
        var share = new PlaceShare(context, month);
        for (var person = 0; person < context.Population.People.Count; person++)
        {
            if (context.Population.People.Birth(person) is { } birth && month.Contains(Age.AddMonths(birth, months)))
            {
                share.Add(person, Array.TrueForAll(needed, need => Given(person, need.Contents, birth, Age.AddMonths(birth, months)) >= need.Count));
            }
        }

        return share.Shares();
    }

    private int Given(int person, HashSet<long> contents, DateOnly birth, DateOnly birthday)
    {
        _counted.Clear();
        foreach (var dose in _doses.Of(person))
        {
            if (birth <= dose.Day && dose.Day <= birthday && contents.Contains(dose.Content))
            {
                _counted.Add((dose.Day, dose.Dose?.Trim()));
            }
        }

        return _counted.Count;
    }
}
