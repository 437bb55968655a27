using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>Rows that belong to no person: organisations, hubs, staff, teams, forms, list options. They come with the full batch.</summary>
internal static class ReferenceRows
{
    public const string TeamType = "Health visiting";

    public static void Write(BatchTables tables, OptionBook options)
    {
        var area = tables.Area;
        var main = area.Organisations.Main.Code!;
        WriteOrganisations(tables, main);
        WriteTeams(tables, main);
        foreach (var (id, name) in area.Forms.Templates)
        {
            WriteForm(tables["SRTemplate"], main, id, "DatePublished", "Template", name, area.HistoryStart);
        }

        foreach (var (id, name) in area.Forms.Questionnaires)
        {
            WriteForm(tables["SRQuestionnaire"], main, id, "DtPublished", "Questionnaire", name, area.HistoryStart);
        }

        foreach (var vaccine in area.Forms.Vaccines)
        {
            var row = Begin(tables["SRImmunisationContent"], vaccine.Id, null);
            row.Set("Name", vaccine.Name);
            row.Set("Content", vaccine.Content);
            row.End();
        }

        foreach (var (id, list, text, csds) in options.Options)
        {
            var row = Begin(tables["SRConfiguredListOption"], id, null);
            row.Set("ConfiguredList", list);
            row.Set("ConfiguredListOption", text);
            row.Set("CYPHS/CIDS/CSDSCode", csds);
            row.End();
        }
    }

    private static void WriteOrganisations(BatchTables tables, string main)
    {
        foreach (var organisation in tables.Area.Organisations.All)
        {
            var row = Begin(tables["SROrganisation"], organisation.Id, null);
            row.Set("Name", organisation.Name);
            row.Set("ID", organisation.Code);
            row.Set("NameOfTown", organisation.Town);
            row.Set("MadeObsolete", false);
            row.End();
        }

        var branch = 2_900_001L;
        foreach (var quadrant in tables.Area.Profile.Geography.Quadrants)
        {
            foreach (var district in quadrant.Districts)
            {
                var row = Begin(tables["SROrganisationBranch"], branch++, main);
                row.Set("ID", $"{main}-{district.Code}");
                row.Set("BranchName", district.Hub ?? district.Name);
                row.Set("Town", district.Name);
                row.Set("BranchObsolete", false);
                row.Set("IDOrganisation", main);
                row.End();
            }
        }
    }

    private static void WriteTeams(BatchTables tables, string main)
    {
        foreach (var team in tables.Area.Teams)
        {
            var created = Moments.AtMidnight(tables.Area.HistoryStart);
            var row = Begin(tables["SRTeam"], team.Id, main);
            row.Set("TeamName", team.Name);
            row.Set("TeamType", TeamType);
            row.Set("IDOrganisation", main);
            row.Set("TeamCreated", created);
            row.End();
            row = Begin(tables["SRCaseload"], team.Id, main);
            row.Set("CaseloadName", team.Name + " caseload");
            row.Set("CaseloadTeam", team.Name);
            row.Set("DateCreated", created);
            row.End();
            foreach (var member in team.Staff)
            {
                WriteStaff(tables, main, member);
            }
        }
    }

    private static void WriteStaff(BatchTables tables, string main, SampleStaff member)
    {
        var since = Moments.AtMidnight(member.Since);
        var row = Begin(tables["SRStaffMember"], member.Id, null);
        row.Set("StaffName", member.Name);
        row.Set("Obsolete", false);
        row.End();
        row = Begin(tables["SRStaffMemberProfile"], member.ProfileId, null);
        row.Set("DateProfileCreated", since);
        row.Set("StaffRole", member.Role);
        row.Set("DateEmploymentStart", since);
        row.Set("IDStaffMember", member.Id);
        row.Set("IDOrganisation", main);
        row.End();
        row = Begin(tables["SRTeamMember"], member.Id, main);
        row.Set("TeamStaff", member.ProfileId);
        row.Set("IDTeam", member.TeamId);
        row.Set("MemberCreated", since);
        row.End();
    }

    private static void WriteForm(TableWriter table, string main, long id, string published, string kind, string name, DateOnly since)
    {
        var row = Begin(table, id, main);
        row.Set(published, Moments.AtMidnight(since));
        row.Set(kind + "Name", name);
        row.Set(kind + "Version", 1);
        row.Set("IDOrganisation", main);
        row.End();
    }

    private static TableWriter Begin(TableWriter row, long id, string? organisation)
    {
        row.Begin();
        row.Set("RowIdentifier", id);
        if (organisation is not null)
        {
            row.Set("IDOrganisationVisibleTo", organisation);
        }

        return row;
    }
}
