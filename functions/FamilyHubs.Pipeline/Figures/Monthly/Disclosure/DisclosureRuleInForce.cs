using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>The rule that a publication goes by, with what it needs of the profile.</summary>
internal sealed record DisclosureRuleInForce(DisclosureRule Rule, Profile Profile)
{
    public int Threshold => Rule.Threshold;

    public bool IsRounding => Rule.RoundTo > 1;

    public int Round(int count) => Statistics.DisclosureControl.Round(count, Rule.RoundTo);
}
