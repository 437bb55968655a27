using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Doses of the routine schedule, in time or late, of children young enough to count in coverage.</summary>
internal sealed class ImmunisationMaker(SampleArea area)
{
    private const int OldestYears = 8;

    public void Add(Family family)
    {
        var random = family.Random;
        foreach (var child in family.Children)
        {
            if (child.BirthDay <= area.Options.To.AddYears(-OldestYears))
            {
                continue;
            }

            var refuses = random.Chance(1 - Rates.ImmunisedOnTime - Rates.ImmunisedLate);
            foreach (var vaccine in area.Forms.Vaccines)
            {
                var given = !refuses && !(child.BirthDay < vaccine.BornFrom) && !(child.BirthDay >= vaccine.BornBefore);
                for (var dose = 1; given && dose <= vaccine.DueDays.Count; dose++)
                {
                    var isLate = random.Chance(Rates.ImmunisedLate);
                    var after = isLate ? random.Between(40, 300) : random.Between(0, 14);
                    AddDose(family, child, vaccine, dose, child.BirthDay.AddDays(vaccine.DueDays[dose - 1] + after));
                }
            }
        }
    }

    private void AddDose(Family family, Person child, SampleVaccine vaccine, int dose, DateOnly day)
    {
        if (day > area.Horizon || !child.AliveOn(day))
        {
            return;
        }

        var when = Moments.OfWork(family.Random, day);
        family.Facts.Add(new Immunisation
        {
            Id = family.NextId(),
            Owner = child,
            When = when,
            Created = Moments.Recorded(family.Random, when),
            Vaccine = vaccine,
            Dose = dose,
        });
    }
}
