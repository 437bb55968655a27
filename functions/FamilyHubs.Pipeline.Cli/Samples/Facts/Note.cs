namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRSpecialNotes.</summary>
internal sealed class Note : Fact
{
    public required string Text { get; init; }
}
