namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>Why a child of a cohort is not counted as met: the ways in which a review can be there and yet not count (calculations.md 4, 5).</summary>
internal enum Shortfall
{
    /// <summary>Met.</summary>
    None,

    /// <summary>Held in full on the day after the window.</summary>
    Late,

    /// <summary>In time and in full, by telephone.</summary>
    Telephone,

    /// <summary>Entered for a booking that was not attended.</summary>
    NotAttended,

    /// <summary>In time, but without the component that the indicator asks for: a near miss. Where it asks for none, by a mode that no one knows.</summary>
    Incomplete,

    /// <summary>Nothing.</summary>
    Never,
}
