namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRPatientRelationship on a child's record.</summary>
internal sealed class Relationship : Fact
{
    /// <summary>The other person, when there is a record.</summary>
    public Person? Other { get; init; }

    public required string OtherName { get; init; }

    public required string Type { get; init; }

    public bool Responsible { get; init; }

    public bool PrincipalCarer { get; init; }

    public DateTime? Ended { get; init; }
}
