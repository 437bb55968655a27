using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Tests.Figures.Monthly;

namespace FamilyHubs.Pipeline.Tests.Figures.Indicators;

/// <summary>An extract as lists of rows, with what indicators count beside reviews.</summary>
internal sealed class NaiveIndicatorExtract(NaiveReviewExtract reviews)
{
    public NaiveReviewExtract Reviews => reviews;

    public List<Vaccine> Contents { get; } = [];

    public List<Given> Doses { get; } = [];

    public List<Referral> Referrals { get; } = [];

    public List<Return> Returns { get; } = [];

    public IExtractTables ToTables(int batchRows) => reviews.ToBuilder(batchRows)
        .Add("SRImmunisationContent", Contents)
        .Add("SRImmunisation", Doses)
        .Add("SRReferralIn", Referrals)
        .Add("IndicatorReturns", Returns)
        .Build();

    public sealed record Vaccine(long RowIdentifier, string? Content);

    public sealed record Given(long? IDPatient, long? IDImmunisationContent, DateTime? DateEvent, string? Dose);

    public sealed record Referral(long? IDPatient, string? PrimaryReason, DateTime? DateReferral, DateTime? DateEvent, DateTime? DateDischarge);

    public sealed record Return(
        string Organisation, string Indicator, string Level, string AreaCode, string Period, double? Numerator, double? Denominator, double? Value);
}
