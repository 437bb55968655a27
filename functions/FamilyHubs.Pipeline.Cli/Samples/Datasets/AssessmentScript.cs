using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>Children who join a group and must be assessed within so many working days (H19-25). All are past the ages of the checks.</summary>
internal sealed class AssessmentScript(SampleArea area, string indicator)
{
    private readonly IndicatorSource _source = area.Profile.Indicators.First(one => one.Id == indicator).Source;
    private readonly GroupScript _groups = new(area.Profile);

    /// <summary>Those whose time runs out in a month.</summary>
    /// <param name="first">Number of the first household.</param>
    public IEnumerable<Household> Make(int first, Month month, int due, int inTime)
    {
        var days = _source.Within!.Days;
        DateOnly[] joinings = [.. Enumerable.Range(-60, 90).Select(month.First.AddDays).Where(day => month.Contains(WorkingDays.Add(day, days)))];
        for (var number = 0; number < due; number++)
        {
            var index = first + number;
            var joined = joinings[number * 7 % joinings.Length];
            var birth = joined.AddYears(-4 - number % 13).AddDays(-number * 11);
            var household = new Household(area, index, new HouseholdPlan(area.Districts[index % area.Districts.Count], birth));
            _groups.Join(household, household.Child, _source.From!.Group!, joined);
            if (AssessedOn(joined, WorkingDays.Add(joined, days), Spread.Holds(number, inTime, due, month.Number), number) is { } day)
            {
                household.Enter(household.Child, _source.To!.Codes[0], "Initial health assessment", day);
            }

            yield return household;
        }
    }

    /// <summary>In time: on the last day, or before. Late: on the day after, before the child came into care, or never.</summary>
    private static DateOnly? AssessedOn(DateOnly joined, DateOnly deadline, bool inTime, int number) => (inTime, number % 3) switch
    {
        (true, 0) => deadline,
        (true, _) => joined.AddDays(5 + number % 15),
        (false, 0) => deadline.AddDays(1),
        (false, 1) => joined.AddDays(-1),
        _ => null,
    };
}
