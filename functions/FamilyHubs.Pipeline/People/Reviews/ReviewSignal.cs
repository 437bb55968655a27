namespace FamilyHubs.Pipeline.People.Reviews;

/// <summary>A record that signals a review of a person. Signals of one type on one day are one review (calculations.md 4).</summary>
/// <param name="Type">Number of the review type.</param>
/// <param name="IsAttended">False when the event's visits and appointments say that nobody came.</param>
/// <param name="Mode">Number of the mode, <see cref="NoMode"/> or <see cref="UnknownMode"/>.</param>
/// <param name="Day">Day of DateEvent.</param>
/// <param name="Event">IDEvent, or <see cref="NoEvent"/>.</param>
public readonly record struct ReviewSignal(byte Type, bool IsAttended, short Mode, DateOnly Day, long Event)
{
    /// <summary>No mode is recorded: no event, none that has arrived, or one with an empty ContactMethod. It counts, and is a finding.</summary>
    public const short NoMode = -1;

    /// <summary>The profile does not know the text. It does not count, and is a finding.</summary>
    public const short UnknownMode = -2;

    /// <summary>Ids of -1 or less mean none (extracts.md 2).</summary>
    public const long NoEvent = -1;

    /// <summary>Attended, and by one of the modes or without one.</summary>
    /// <param name="modes">See <see cref="ReviewDefinitions.Modes"/>.</param>
    public bool Counts(ulong modes) => IsAttended && (Mode == NoMode || (Mode >= 0 && (modes & 1UL << Mode) != 0));
}
