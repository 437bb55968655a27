using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>SRCarePlanDetail, SRCarePlanReview, SRGoal.</summary>
internal static class PlanRows
{
    public static void Write(BatchTables tables, Episode episode)
    {
        tables.Put("SRCarePlanDetail", episode, static (row, episode, changed) =>
        {
            row.Set("NameOfCarePlanUsed", episode.Plan);
            row.Set("Aim", "Improvement");
            row.Set("Outcome", changed && episode.OutcomeOnPlan ? episode.Outcome : null);
            row.Set("IDReferralIn", episode.Referral?.Id);
            row.Set("PatientAgreement", true);
            row.Set("DateDiscontinued", changed && episode.Discontinued ? episode.Ended : null);
        });
        tables.Put("SRGoal", episode, static (row, episode, changed) =>
        {
            row.Set("GoalType", "Improvement");
            row.Set("GoalOutcome", changed ? "Achieved" : "Active");
            row.Set("GoalImportance", 1 + episode.Id % 10);
        });
    }

    public static void Write(BatchTables tables, PlanReview review) => tables.Put("SRCarePlanReview", review, static (row, review, _) =>
    {
        row.Set("DateRequested", review.Episode.When);
        row.Set("DateDue", review.When);
        row.Set("DatePerformed", review.When);
        row.Set("Outcome", review.Episode.OutcomeOnPlan ? null : review.Episode.Outcome);
        row.Set("IDProfilePerformedBy", review.Staff?.ProfileId);
        row.Set("IDCarePlan", review.Episode.Id);
    });
}
