namespace FamilyHubs.Pipeline.People.Episodes;

/// <summary>A care plan that began by the reference day.</summary>
/// <param name="Person">Number in the register.</param>
/// <param name="Name">What its name stands for to whoever reads it.</param>
/// <param name="Row">RowIdentifier.</param>
/// <param name="Start">DateEvent.</param>
/// <param name="Recorded">Day of DateEventRecorded; of DateEvent when that is empty.</param>
/// <param name="Discontinued">DateDiscontinued.</param>
/// <param name="Outcome">The plan's own outcome; null when none is recorded.</param>
/// <param name="DoneBy">IDDoneBy.</param>
internal readonly record struct CarePlan(
    int Person, int Name, long Row, DateTime Start, DateOnly Recorded, DateOnly? Discontinued, EpisodeStatus? Outcome, long? DoneBy)
{
    /// <summary>
    /// The status at a day. The outcome is the plan's own, else the review's. The plan has ended on DateDiscontinued, else on the day of the
    /// review when it carries the outcome, else on the day that the plan was recorded (calculations.md 7).
    /// </summary>
    /// <param name="review">The last review by that day with an outcome, if any.</param>
    public EpisodeStatus StatusAt(DateOnly at, PlanReview? review)
    {
        DateOnly? reviewed = review is { } last ? DateOnly.FromDateTime(last.Performed) : null;
        var ended = Discontinued ?? (Outcome is null ? reviewed : Recorded);
        return ended is null || ended > at ? EpisodeStatus.Active : Outcome ?? review?.Outcome ?? EpisodeStatus.Unknown;
    }
}
