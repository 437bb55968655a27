using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.People.Episodes;

/// <summary>
/// The outcome measures that are counted from care plans, in the order of the profile, with their plans and the wordings of outcomes. The
/// plans of a merged measure are those of the measure that it was merged into; measures taken from returns have no episodes (calculations.md 7).
/// </summary>
public sealed class EpisodeDefinitions
{
    /// <exception cref="ArgumentException">An outcome wording has an unknown meaning.</exception>
    public EpisodeDefinitions(Profile profile)
    {
        Measures = [.. profile.OutcomeMeasures.Where(measure => measure.Kind == "episode")];
        for (var number = 0; number < Measures.Count; number++)
        {
            var id = Measures[number].Id;
            var names = profile.OutcomeMeasures.Where(other => other.Id == id || (other.Kind == "merged" && other.MergedInto == id))
                .SelectMany(measure => measure.PlanNames);
            Plans.AddAll(names, number);
        }

        foreach (var (wording, meaning) in profile.OutcomeWordings)
        {
            Wordings[wording] = StatusOf(meaning);
        }
    }

    public IReadOnlyList<OutcomeMeasure> Measures { get; }

    /// <summary>Number of the measure of each NameOfCarePlanUsed.</summary>
    internal Dictionary<string, int> Plans { get; } = new(FieldText.Comparer);

    internal Dictionary<string, EpisodeStatus> Wordings { get; } = new(FieldText.Comparer);

    private static EpisodeStatus StatusOf(string meaning) => meaning switch
    {
        "achieved" => EpisodeStatus.Achieved,
        "notAchieved" => EpisodeStatus.NotAchieved,
        "movedAway" => EpisodeStatus.MovedAway,
        "disengaged" => EpisodeStatus.Disengaged,
        _ => throw new ArgumentException(
            $"The profile gives an outcome wording the meaning {meaning}. Use achieved, notAchieved, movedAway or disengaged.", nameof(meaning)),
    };
}
