using FamilyHubs.Pipeline.People.Episodes;

namespace FamilyHubs.Pipeline.Figures.Outcomes;

/// <summary>How many people of a cohort have come to what (calculations.md 7).</summary>
internal struct OutcomeCount
{
    private int _movedAway;
    private int _disengaged;
    private int _notAchieved;
    private int _unknown;

    public int Cohort { get; private set; }

    public int Active { get; private set; }

    public int Achieved { get; private set; }

    /// <summary>Ended achieved, not achieved or unknown.</summary>
    public readonly int Completed => Achieved + _notAchieved + _unknown;

    /// <summary>Ended because the person moved away or disengaged.</summary>
    public readonly int Abandoned => _movedAway + _disengaged;

    /// <summary>Completed with a known result: what the percentage achieved is of.</summary>
    public readonly int Known => Achieved + _notAchieved;

    public void Add(EpisodeStatus status)
    {
        Cohort++;
        switch (status)
        {
            case EpisodeStatus.Active:
                Active++;
                break;
            case EpisodeStatus.Achieved:
                Achieved++;
                break;
            case EpisodeStatus.NotAchieved:
                _notAchieved++;
                break;
            case EpisodeStatus.Unknown:
                _unknown++;
                break;
            case EpisodeStatus.MovedAway:
                _movedAway++;
                break;
            case EpisodeStatus.Disengaged:
                _disengaged++;
                break;
        }
    }

    /// <summary>A cohort is its active, completed and abandoned, always.</summary>
    /// <exception cref="InvalidOperationException">It is not: a status is counted nowhere, and no figure may be published.</exception>
    public readonly void Check()
    {
        if (Cohort != Active + Completed + Abandoned)
        {
            throw new InvalidOperationException(
                $"A cohort of {Cohort} is counted as {Active} active, {Completed} completed and {Abandoned} abandoned. Count every status.");
        }
    }
}
