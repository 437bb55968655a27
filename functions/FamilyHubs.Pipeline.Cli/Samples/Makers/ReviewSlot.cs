using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>When a review is held: days before the end of its window, and days after it when late.</summary>
internal sealed record ReviewSlot(string Type, int EarliestBeforeEnd, int LatestBeforeEnd, int LatestAfterEnd, ReviewWindow Window)
{
    private static readonly (string Type, int Earliest, int Latest, int Late)[] Habits =
    [
        ("antenatal", 76, 7, 0), ("newBirth", 4, 0, 16), ("sixToEightWeeks", 14, 0, 20), ("oneYear", 80, 2, 85), ("twoToTwoAndAHalfYears", 90, 2, 45),
    ];

    /// <summary>A slot for each review of which the profile has a KPI.</summary>
    public static IReadOnlyList<ReviewSlot> Of(Profile profile)
    {
        List<ReviewSlot> slots = [];
        foreach (var (type, earliest, latest, late) in Habits)
        {
            if (profile.Kpis.FirstOrDefault(kpi => kpi.Review == type) is { } kpi)
            {
                slots.Add(new ReviewSlot(type, earliest, latest, late, kpi.Window));
            }
        }

        return slots;
    }

    public DateOnly End(DateOnly birth) => Window.ToMonths is { } months ? birth.AddMonths(months) : birth.AddDays(Window.ToDays ?? 0);
}
