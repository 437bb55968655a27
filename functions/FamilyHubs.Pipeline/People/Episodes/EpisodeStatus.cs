namespace FamilyHubs.Pipeline.People.Episodes;

/// <summary>What has become of an episode by a day (calculations.md 7).</summary>
public enum EpisodeStatus : byte
{
    /// <summary>Not ended.</summary>
    Active,

    /// <summary>Completed, achieved.</summary>
    Achieved,

    /// <summary>Completed, not achieved.</summary>
    NotAchieved,

    /// <summary>Completed; the outcome is missing, or worded in a way that the profile does not map.</summary>
    Unknown,

    /// <summary>Abandoned: moved away.</summary>
    MovedAway,

    /// <summary>Abandoned: disengaged.</summary>
    Disengaged,
}
