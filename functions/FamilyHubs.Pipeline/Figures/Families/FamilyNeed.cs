using System.Numerics;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.Families;

/// <summary>A family of a quadrant, with what it is ordered by (calculations.md 10).</summary>
/// <param name="Quadrant">Number of the quadrant in the profile's order.</param>
/// <param name="District">Number of the district as in <see cref="Residents"/>.</param>
/// <param name="Groups">Priority groups of all members.</param>
/// <param name="HasProtectionPlan">A child of the family has a protection plan.</param>
/// <param name="HasLookedAfter">A child of the family is looked after.</param>
internal sealed record FamilyNeed(
    Family Family, int Quadrant, int District, ulong Groups, int Children, int UnderFives, bool HasProtectionPlan, bool HasLookedAfter)
    : IComparable<FamilyNeed>
{
    private (int Groups, bool NoPlan, int UnderFives) Order =>
        (-BitOperations.PopCount(Groups), !(HasProtectionPlan || HasLookedAfter), -UnderFives);

    /// <summary>By all that is ordered by but the contacts: the most in need first.</summary>
    public int CompareTo(FamilyNeed? other) => other is null ? 1 : Order.CompareTo(other.Order);
}
