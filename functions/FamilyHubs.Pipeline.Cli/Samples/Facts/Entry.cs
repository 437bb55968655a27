namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A row of SRCode.</summary>
internal sealed class Entry : Fact
{
    public required string Code { get; init; }

    public required string Text { get; init; }

    public double? Number { get; init; }

    public Contact? Contact { get; init; }

    /// <summary>Id of the SRTemplate in SRCode.IDTemplate.</summary>
    public long? Template { get; init; }

    /// <summary>Id of the SRTemplate in SRCodeTemplateLink.</summary>
    public long? LinkedTemplate { get; init; }
}
