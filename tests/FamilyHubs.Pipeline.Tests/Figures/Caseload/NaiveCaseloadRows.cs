namespace FamilyHubs.Pipeline.Tests.Figures.Caseload;

/// <summary>Rows of the caseload as objects, with SystmOne's column names.</summary>
internal sealed class NaiveCaseloadRows
{
    public List<Referral> Referrals { get; } = [];

    public List<StaffRow> Staff { get; } = [];

    public sealed record Referral(long? IDPatient, DateTime? DateReferral, DateTime? DateEvent, DateTime? DateDischarge);

    public sealed record StaffRow(string Month, string Team, double Wte);
}
