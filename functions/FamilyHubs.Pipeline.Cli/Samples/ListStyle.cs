namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>How list columns are carried (extracts.md 2): a customer's extract has one or the other.</summary>
public enum ListStyle
{
    /// <summary>The text of the option.</summary>
    Text,

    /// <summary>The number of the option in SRConfiguredListOption or SRMapping.</summary>
    Integer,
}
