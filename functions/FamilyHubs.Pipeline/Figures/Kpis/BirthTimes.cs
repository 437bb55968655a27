using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Kpis;

/// <summary>Anchors and windows of a birth; the day of birth is day 0, months clamp (calculations.md 1 and 5).</summary>
internal static class BirthTimes
{
    /// <summary>The day so long after a birth.</summary>
    public static DateOnly After(this Offset offset, DateOnly birth) =>
        offset.Months is { } months ? Age.AddMonths(birth, months) : birth.AddDays(offset.Days ?? 0);

    /// <summary>First and last day of the window, both inclusive. It begins on the day of birth unless it says otherwise.</summary>
    public static (DateOnly From, DateOnly To) Of(this ReviewWindow window, DateOnly birth) => (
        birth.AddDays(window.FromDays ?? 0),
        window.ToMonths is { } months ? Age.AddMonths(birth, months) : birth.AddDays(window.ToDays ?? 0));
}
