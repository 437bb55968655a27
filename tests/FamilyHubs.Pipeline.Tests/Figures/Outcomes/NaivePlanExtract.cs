using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Outcomes;

/// <summary>An extract as lists of rows, with care plans and referrals.</summary>
internal sealed class NaivePlanExtract(NaiveExtract people)
{
    public NaiveExtract People { get; } = people;

    public List<Plan> Plans { get; } = [];

    public List<Review> Reviews { get; } = [];

    public List<Referral> Referrals { get; } = [];

    public IExtractTables ToTables(int batchRows) => People.ToBuilder(batchRows)
        .Add("SRCarePlanDetail", Plans)
        .Add("SRCarePlanReview", Reviews)
        .Add("SRReferralIn", Referrals)
        .Build();

    public sealed record Plan(
        long RowIdentifier,
        long? IDPatient,
        string? NameOfCarePlanUsed,
        DateTime? DateEvent,
        DateTime? DateEventRecorded,
        DateOnly? DateDiscontinued,
        string? Outcome,
        long? IDDoneBy);

    public sealed record Review(long RowIdentifier, long? IDCarePlan, DateTime? DatePerformed, string? Outcome);

    public sealed record Referral(long RowIdentifier, long? IDPatient, DateTime? DateReferral, DateTime? DateEvent, DateTime? DateDischarge);
}
