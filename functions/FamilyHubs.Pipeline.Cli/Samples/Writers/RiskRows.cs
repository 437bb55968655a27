using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>SRPatientGroups, SRPersonAtRisk, SRSafeguardingCases, SRSafeguardingPersonAtRisk.</summary>
internal static class RiskRows
{
    public static void Write(BatchTables tables, Membership membership) =>
        tables.Put("SRPatientGroups", membership, static (row, membership, changed) =>
    {
        row.Set("Name", membership.Name);
        row.Set("GroupType", "Manual");
        row.Set("DateRemoved", changed ? membership.Ended : null);
    });

    public static void Write(BatchTables tables, AtRisk atRisk) => tables.Put("SRPersonAtRisk", atRisk, static (row, atRisk, changed) =>
    {
        row.Set("DateAdded", atRisk.When);
        row.Set("ProtectionPlan", atRisk.Plan);
        row.Set("DateRemoved", changed ? atRisk.Ended : null);
        row.Set("RemovalReason", changed ? "Plan ended" : null);
        row.Set("ReasonForPlan", atRisk.Reason);
    });

    public static void Write(BatchTables tables, SafeguardingCase safeguarding)
    {
        tables.Put("SRSafeguardingCases", safeguarding, static (row, safeguarding, changed) =>
        {
            row.Set("CaseId", $"SG{safeguarding.Id}");
            row.Set("DateCreated", safeguarding.Created);
            row.Set("DateClosed", changed ? safeguarding.Closed : null);
            row.Set("IDTeamAllocatedTo", safeguarding.Team.Id);
            row.Set("RiskLevel", "Medium");
            row.Set("IsSeriousCaseReview", false);
        });
        tables.Put("SRSafeguardingPersonAtRisk", safeguarding, static (row, safeguarding, _) =>
        {
            row.Set("IDSafeguardingCase", safeguarding.Id);
            row.Set("DateRecorded", safeguarding.Created);
            row.Set("DateOfBirth", safeguarding.Person.Birth);
            row.Set("Sex", safeguarding.Person.Sex == 'F' ? "F" : "M");
            row.Set("NhsNumber", safeguarding.Person.NhsNumber);
        });
    }
}
