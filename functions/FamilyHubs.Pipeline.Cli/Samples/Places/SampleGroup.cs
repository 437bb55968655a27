using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>A priority group of the profile with its rate.</summary>
internal sealed record SampleGroup(PriorityGroup Group, GroupRate Rate)
{
    public GroupSource? Coded { get; } = Group.Sources.FirstOrDefault(source => source.Kind == "coded");

    public bool Holds(bool child, int months) =>
        child ? Rate.Child && months >= Rate.FromMonths && months < Rate.ToMonths : Rate.Adult;
}
