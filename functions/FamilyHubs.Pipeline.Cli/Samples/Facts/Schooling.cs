using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRSchoolHistory; its second state has been left.</summary>
internal sealed class Schooling : Fact
{
    public required SampleOrganisation School { get; init; }

    public DateTime? Left { get; init; }
}
