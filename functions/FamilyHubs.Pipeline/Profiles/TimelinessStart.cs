namespace FamilyHubs.Pipeline.Profiles;

/// <summary>What starts the clock: joining a group, or a referral for a reason.</summary>
public sealed record TimelinessStart(
    string? Group = null,
    IReadOnlyList<string>? ReferralReasons = null);
