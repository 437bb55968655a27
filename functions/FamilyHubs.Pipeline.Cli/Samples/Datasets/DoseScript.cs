using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>Gives a child the doses of an immunisation indicator by the age it asks for, or all but the last in time.</summary>
internal sealed class DoseScript(SampleArea area)
{
    public void Play(Household household, Person child, IndicatorDefinition indicator, bool met, int number)
    {
        var birthday = child.BirthDay.AddMonths(indicator.Source.AtMonths ?? 0);
        foreach (var needed in indicator.Source.Doses ?? [])
        {
            var vaccine = area.Forms.Vaccines.First(one => needed.Contents.Contains(one.Content)
                && !(child.BirthDay < one.BornFrom) && !(child.BirthDay >= one.BornBefore));
            for (var dose = 1; dose < needed.Count; dose++)
            {
                household.Immunise(child, vaccine, dose, Due(child, vaccine, dose, number));
            }

            var last = Due(child, vaccine, needed.Count, number);
            if (met)
            {
                // On the birthday itself it is still in time.
                household.Immunise(child, vaccine, needed.Count, number % 10 == 0 ? birthday : last);
            }
            else
            {
                MissLast(household, child, vaccine, needed.Count, birthday, number);
            }
        }
    }

    private static DateOnly Due(Person child, SampleVaccine vaccine, int dose, int number) =>
        child.BirthDay.AddDays(vaccine.DueDays[dose - 1] + number % 10);

    /// <summary>A day late; or the dose before entered twice, by the practice and by child health; or never.</summary>
    private static void MissLast(Household household, Person child, SampleVaccine vaccine, int count, DateOnly birthday, int number)
    {
        switch (number % 3)
        {
            case 0:
                household.Immunise(child, vaccine, count, birthday.AddDays(1));
                break;
            case 1 when count > 1:
                household.Immunise(child, vaccine, count - 1, Due(child, vaccine, count - 1, number));
                break;
        }
    }
}
