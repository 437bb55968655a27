using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <summary>
/// The rules of data quality (calculations.md 13, docs/data-quality.md), each with what it looked at and what failed. To be computed last: it
/// takes up everything that the other figures of the month found.
/// </summary>
public static class DataQualityCalculator
{
    private const int ChildYears = 18;

    /// <summary>The figures by rule and table. What is counted by person stands at the person's places; what is counted over the whole extract for the area.</summary>
    public static async Task<IReadOnlyList<DataQualityFigure>> ComputeAsync(MonthlyContext context, QualityInputs inputs, CancellationToken cancel)
    {
        var people = context.Population.People;
        var births = BirthReader.All(inputs.Contracts, people, context.AsOf);
        var numbers = new NhsNumberReader(people);
        await TableScan.RunAsync(context.Tables, [.. births, numbers], cancel).ConfigureAwait(false);
        var contacts = await MonthContacts.LoadAsync(context, cancel).ConfigureAwait(false);

        var rows = new QualityRows(context.Places);
        foreach (var (person, ascertained) in contacts.Contacts)
        {
            rows.Add(FindingRules.NotAscertained, "SREvent", person, !ascertained);
        }

        CountPersons(context, numbers, rows);
        rows.Add(GroupsNotEnded(context));
        // Modulus 11 is counted above on everyone of the extract; the reader has counted it on the rows of one file.
        foreach (var finding in inputs.Ingest.Where(finding => finding.Rule != QualityRules.NhsNumber).Concat(context.Findings).Concat(births.Select(birth => birth.Finding)))
        {
            rows.Add(finding);
        }

        PregnancyContacts.Check(context, rows);
        PlausibilityRules.CheckLimits(context, rows);
        PlausibilityRules.CheckNational(inputs.National, context.Places.Places[0], rows);
        return rows.Figures();
    }

    private static void CountPersons(MonthlyContext context, NhsNumberReader numbers, QualityRows rows)
    {
        var (children, homeless, notInReference) = (0, 0, 0);
        for (var person = 0; person < context.Residents.Count; person++)
        {
            if (context.Residents.IsOut(person))
            {
                continue;
            }

            if (numbers.IsValid(person) is { } valid)
            {
                rows.Add(QualityRules.NhsNumber, numbers.Table, person, !valid);
            }

            if (context.Population.People.IsUnder(ChildYears, person, context.AsOf))
            {
                var home = context.Residents.District(person) == Residents.Unknown ? context.Population.Homes.At(person, context.AsOf) : 0;
                children++;
                homeless += home == Homes.None ? 1 : 0;
                notInReference += home == Homes.NotInReference ? 1 : 0;
            }
        }

        rows.Add(new Finding(FindingRules.ChildNoHome, "SRPatientAddressHistory", homeless, children));
        rows.Add(new Finding(FindingRules.HomeNotInReference, "SRPatientAddressHistory", notInReference, children - homeless));
    }

    /// <summary>The dead whom a source still says to be in a group at the month's end; of those who are left out of everything nothing is counted.</summary>
    private static Finding GroupsNotEnded(MonthlyContext context)
    {
        var (people, groups) = (context.Population.People, context.Population.Groups);
        var (dead, failed) = (0, 0);
        for (var person = 0; person < people.Count; person++)
        {
            if (people.Death(person) is not { } death || death > context.AsOf || people.IsExcluded(person))
            {
                continue;
            }

            dead++;
            for (var group = 0; group < context.Population.Definitions.Count; group++)
            {
                if (groups.Start(person, group, context.AsOf) is not null)
                {
                    failed++;
                    break;
                }
            }
        }

        return new Finding(QualityRules.GroupNotEnded, "SRPatient", failed, dead);
    }
}
