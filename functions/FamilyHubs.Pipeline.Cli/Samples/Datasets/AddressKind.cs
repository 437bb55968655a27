namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>What is known of a household's home.</summary>
internal enum AddressKind
{
    /// <summary>A postcode of the reference file.</summary>
    Known,

    /// <summary>A postcode that the reference file lacks.</summary>
    UnknownPostcode,

    /// <summary>No address at all.</summary>
    None,
}
