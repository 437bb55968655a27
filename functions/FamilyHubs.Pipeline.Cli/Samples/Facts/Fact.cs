using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A record of a person with its life: what a batch holds of it follows from the times.</summary>
internal abstract class Fact
{
    public required long Id { get; init; }

    /// <summary>Whose record it is; null for the person itself.</summary>
    public Person? Owner { get; init; }

    /// <summary>When it happened.</summary>
    public DateTime? When { get; init; }

    /// <summary>When it was typed in: the first batch drawn later has it.</summary>
    public required DateTime Created { get; init; }

    /// <summary>When its second state was typed in (an end, a status); null: it has one state only.</summary>
    public DateTime? Changed { get; set; }

    /// <summary>When it was taken back.</summary>
    public DateTime? Removed { get; set; }

    public SampleStaff? Staff { get; init; }

    public Person Person => Owner ?? (Person)this;
}
