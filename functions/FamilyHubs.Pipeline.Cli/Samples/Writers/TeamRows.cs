using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>SRReferralIn, SRReferralAllocation, SRReferralAllocationStaff, SRCaseloadHistory.</summary>
internal static class TeamRows
{
    public static void Write(BatchTables tables, Referral referral) => tables.Put("SRReferralIn", referral, static (row, referral, changed) =>
    {
        row.Set("Category", "Universal");
        row.Set("PrimaryReason", referral.Reason);
        row.Set("DateReferral", referral.When);
        row.Set("Source", referral.Source);
        row.Set("ReReferral", false);
        row.Set("PatientAware", true);
        row.Set("ActiveStatus", !changed);
        row.Set("DateDischarge", changed ? referral.Discharged : null);
    });

    public static void Write(BatchTables tables, Allocation allocation)
    {
        tables.Put("SRReferralAllocation", allocation, static (row, allocation, changed) =>
        {
            row.Set("IDReferralIn", allocation.Referral.Id);
            row.Set("IDTeam", allocation.Team.Id);
            row.Set("DateStart", allocation.When);
            row.Set("DateEnd", changed ? allocation.Ended : null);
            row.Set("DateCreated", allocation.Created);
            row.Set("IDProfileCreatedBy", allocation.Staff?.ProfileId);
            row.Set("Status", changed ? "Ended" : "Accepted");
            row.Set("IsKeyTeam", allocation.IsKey);
        });
        tables.Put("SRReferralAllocationStaff", allocation, static (row, allocation, changed) =>
        {
            row.Set("IDReferralAllocation", allocation.Id);
            row.Set("DateStart", allocation.When);
            row.Set("DateEnd", changed ? allocation.Ended : null);
            row.Set("IDProfileStaffMember", allocation.Staff?.ProfileId);
            row.Set("DateCreated", allocation.Created);
            row.Set("IsKeyWorker", allocation.IsKey);
        });
        tables.Put("SRCaseloadHistory", allocation, static (row, allocation, changed) =>
        {
            row.Set("IDReferralIn", allocation.Referral.Id);
            row.Set("IDCaseload", allocation.Team.Id);
            row.Set("DateTo", changed ? allocation.Ended : null);
        });
    }
}
