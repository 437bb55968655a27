using FamilyHubs.Pipeline.Lake;

namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

/// <summary>
/// Thirty-odd people of <see cref="SmallArea"/> at 31 March 2019, each there for one rule. The end of each comment says where the person
/// counts, as district: groups. The expected figures of <see cref="WeeklyReportBuilderTests"/> are added up from these.
/// </summary>
internal static class WeeklyHandWrittenCase
{
    public static IExtractTables Tables()
    {
        var tables = new ExtractTablesBuilder();
        AddReference(tables);
        AddPeople(tables);
        AddFamilies(tables);
        AddTeams(tables);
        AddContacts(tables);
        return tables.Build();
    }

    private static void AddReference(ExtractTablesBuilder tables) => tables
        .Add("Postcodes", Postcode("pA", "A"), Postcode("pB", "B"), Postcode("pC", "C"), Postcode("pZ", "Z"), Postcode("pEmpty", null))
        .Add("SRMapping", new { RowIdentifier = 2001, Mapping = "Home" }, new { RowIdentifier = 2002, Mapping = "Did Not Attend" })
        .Add("SRConfiguredListOption", new { RowIdentifier = 3001, ConfiguredListOption = "Video consultation" });

    private static void AddPeople(ExtractTablesBuilder t)
    {
        Person(t, 1, "1990-01-01", "pA"); // A: G1, adult
        Code(t, 1, "S1", "2018-01-01");
        Person(t, 2, "2016-05-01", "pA"); // A: G1 G3 G5, under five
        Person(t, 3, "2016-05-01", "pA"); // the twin, A: G1 G3 G5, under five
        Person(t, 4, "2014-03-31", "pA"); // fifth birthday on the day, A: G1 G3 G5, child
        Person(t, 5, "2014-04-01", "pB"); // fifth birthday the day after, B: G1 G2 G3 G5, under five
        foreach (var child in new[] { 2, 3, 4, 5 })
        {
            Code(t, child, "S1", "2018-01-01");
            Code(t, child, child == 4 ? "S5c" : "S5b", "2018-01-01");
            AtRisk(t, child, "2018-01-01");
        }

        Code(t, 5, "S2", "2019-01-01");
        Person(t, 6, "2016-02-29", "pB"); // B: G1 G2 G5, under five
        Code(t, 6, "S1", "2018-01-01");
        Code(t, 6, "S2", "2018-01-01");
        Code(t, 6, "S5a", "2018-01-01");
        Person(t, 7, "2001-03-31", "pC"); // eighteenth birthday on the day, C: G1, adult
        Code(t, 7, "S1", "2018-01-01");
        Person(t, 8, "2001-04-01", "pC"); // eighteenth birthday the day after, C: G1, child
        Code(t, 8, "S1", "2018-01-01");
        Person(t, 9, null, "pC"); // no date of birth, C: G5, adult
        Code(t, 9, "S5a", "2018-01-01");

        // Out, each with a group: nowhere.
        t.Add("SRPatient", new { RowIdentifier = 10, DateBirth = "1990-01-01", TestPatient = true });
        Person(t, 11, "1990-01-01", "pA");
        t.Add("SRNDOptOutPreference", new { RowIdentifier = 1, IDPatient = 11 });
        Person(t, 12, "1990-01-01", "pA");
        t.Add("SRPatientRemovedByContentFilter", new { IDPatient = 12 });
        Person(t, 13, "1990-01-01", "pA", death: "2019-03-31T23:00:00");
        Person(t, 16, "2019-04-01", "pA");
        foreach (var person in new[] { 10, 11, 12, 13, 16 })
        {
            Code(t, person, "S1", "2018-01-01");
        }

        Person(t, 14, "1980-01-01", "pA", death: "2019-04-01"); // dies the day after, A: G1, adult
        Code(t, 14, "S1", "2018-01-01");
        Person(t, 15, "2019-03-31T10:00:00", "pA"); // born on the day, A: G3, child
        AtRisk(t, 15, "2019-03-31T11:00:00");

        Person(t, 17, "1985-01-01", "pB"); // 24 months are over on the day, B: nothing
        Code(t, 17, "S2", "2017-03-31");
        Person(t, 18, "1985-01-01", "pB"); // over the day after, B: G2, adult
        Code(t, 18, "S2", "2017-04-01");
        Person(t, 19, "1985-01-01", "pB"); // at one time start 9 then end 10: as numbers the end is last, B: nothing
        Code(t, 19, "S5a", "2019-03-01", row: 9);
        Code(t, 19, "E5", "2019-03-01", row: 10);
        Person(t, 20, "1985-01-01", "pB"); // at one time end 99 then start 100, B: G5, adult
        Code(t, 20, "E5", "2019-03-01", row: 99);
        Code(t, 20, "S5a", "2019-03-01", row: 100);
        Person(t, 21, "1985-01-01", "pC"); // ends the day after; the other source's end does not matter, C: G5, adult
        Code(t, 21, "S5a", "2018-03-01");
        Code(t, 21, "E5", "2019-04-01");
        Code(t, 21, "E5c", "2019-03-01");

        Person(t, 22, "1985-01-01", "pA"); // moves on the day, B: G1 from e-Start, adult
        Home(t, 22, "pB", "2019-03-31T09:00:00");
        t.Add("EstartHistory", new { PersonRef = 22, Group = " lone parent", From = "2017-01-01" }, new { PersonRef = 999, Group = "Lone Parent", From = "2017-01-01" });
        Person(t, 23, "1985-01-01"); // left home on the day, unknown: G4, adult
        Home(t, 23, "pA", "2010-01-01", to: "2019-03-31");
        Group(t, 23, "Looked After Child", "2018-01-01");
        Person(t, 24, "2016-05-01", "pNowhere"); // postcode not in the reference, unknown: G1 G3 G4, under five
        Code(t, 24, "S1", "2018-01-01");
        AtRisk(t, 24, "2018-01-01");
        Group(t, 24, "Looked After Child", "2018-01-01");
        Person(t, 25, "2017-05-01", "pZ"); // outside: G1 G3 G5, under five
        Code(t, 25, "S1", "2018-01-01");
        Code(t, 25, "S5a", "2018-01-01");
        AtRisk(t, 25, "2018-01-01");
        Person(t, 26, "1985-01-01"); // no home but another address, unknown: G4, adult
        Home(t, 26, "pA", "2010-01-01", type: "Correspondence only");
        Group(t, 26, "Looked After Child", "2018-01-01");
        Person(t, 27, "1985-01-01"); // address type by its integer, C: G4 removed the day after, adult
        Home(t, 27, "pC", "2010-01-01", type: "2001");
        Group(t, 27, " looked after CHILD ", "2019-03-31", removed: "2019-04-01");
        Person(t, 28, "1985-01-01", "pC"); // removed on the day; at risk without plan, C: nothing
        Group(t, 28, "Looked After Child", "2018-01-01", removed: "2019-03-31T08:00:00");
        AtRisk(t, 28, "2018-01-01", plan: false);
        Person(t, 29, "2017-05-01"); // two homes begun at one time: the greater row; e-Start ended on the day, A: G3, child
        Home(t, 29, "pA", "2018-01-01", row: 10_000);
        Home(t, 29, "pB", "2018-01-01", row: 9_999);
        AtRisk(t, 29, "2019-03-31");
        t.Add("EstartHistory", new { PersonRef = 29, Group = "Lone Parent", From = "2017-05-01", To = "2019-03-31" });
        Code(t, 30, "S1", "2018-01-01"); // has no SRPatient row: nobody
        Person(t, 31, "1985-01-01"); // neither code nor home has a date, unknown: G4, adult
        Code(t, 31, "S1", null);
        Home(t, 31, "pA", null);
        Group(t, 31, "Looked After Child", "2018-01-01");
        Person(t, 32, "1985-01-01", "pEmpty"); // the reference leaves the district empty, unknown: nothing
        Person(t, 33, "1985-01-01", "pA"); // one record seen by two organisations: the copy recorded last is an end, A: nothing
        t.Add(
            "SRCode",
            new { RowIdentifier = 5_000, IDOrganisationVisibleTo = "ORG2", DateEventRecorded = "2018-01-01", DateEvent = "2018-01-01", CTV3Code = "S1", IDPatient = 33 },
            new { RowIdentifier = 5_000, IDOrganisationVisibleTo = "ORG1", DateEventRecorded = "2018-02-01", DateEvent = "2018-01-01", CTV3Code = "E1", IDPatient = 33 });
    }

    private static void AddFamilies(ExtractTablesBuilder t) => t.Add(
        "SRPatientRelationship",
        new { IDPatient = 2, IDPatientRelationshipWith = 1, RelationshipType = "Mother" },
        new { IDPatient = 3, IDPatientRelationshipWith = 1, RelationshipType = " MOTHER ", DateEvent = "2016-05-01" },
        new { IDPatient = 5, IDPatientRelationshipWith = 13, RelationshipType = "Father" },
        new { IDPatient = 6, IDPatientRelationshipWith = 14, RelationshipType = "Aunt", HasParentalResponsibility = true, DateEnded = "2019-03-31" },
        new { IDPatient = 6, IDPatientRelationshipWith = 20, RelationshipType = "Aunt" });

    private static void AddTeams(ExtractTablesBuilder t) => t
        .Add("SRTeam", new { RowIdentifier = 11, TeamName = "Team North" }, new { RowIdentifier = 12, TeamName = "Team South" }, new { RowIdentifier = 14, TeamName = "Team Empty" })
        .Add(
            "SRReferralAllocation",
            new { RowIdentifier = 1, IDPatient = 1, IDTeam = 12, DateStart = "2019-01-01" },
            new { RowIdentifier = 2, IDPatient = 1, IDTeam = 11, DateStart = "2018-01-01", IsKeyTeam = true }, // key team first
            new { RowIdentifier = 3, IDPatient = 2, IDTeam = 11, DateStart = "2019-01-01" }, // latest start
            new { RowIdentifier = 4, IDPatient = 2, IDTeam = 12, DateStart = "2018-01-01" },
            new { RowIdentifier = 9, IDPatient = 3, IDTeam = 11, DateStart = "2018-01-01" },
            new { RowIdentifier = 10, IDPatient = 3, IDTeam = 12, DateStart = "2018-01-01" }, // greatest row
            new { RowIdentifier = 11, IDPatient = 5, IDTeam = 11, DateStart = "2018-01-01", DateDeleted = "2018-02-01" },
            new { RowIdentifier = 12, IDPatient = 7, IDTeam = 11, DateStart = "2018-01-01", DateEnd = "2019-03-31" },
            new { RowIdentifier = 13, IDPatient = 8, IDTeam = 13 }, // no start: from always; the team's name has not arrived
            new { RowIdentifier = 14, IDPatient = 9, IDTeam = 11, DateStart = "2019-04-01" },
            new { RowIdentifier = 15, IDPatient = 25, IDTeam = 11, DateStart = "2018-01-01" }); // outside: in no team row

    private static void AddContacts(ExtractTablesBuilder t)
    {
        t.Add("SRTemplate", new { RowIdentifier = 500, TemplateName = "Priority Groups v3" }, new { RowIdentifier = 501, TemplateName = "Weight" });
        Event(t, 1, 2, "2019-03-25", "Face to face"); // A, ascertained by the code's template
        t.Add("SRCode", new { RowIdentifier = 6_001, IDPatient = 2, CTV3Code = "any", DateEvent = "2019-03-25T15:00:00", IDTemplate = 500 });
        Event(t, 2, 1, "2019-03-31T23:59:59", " telephone"); // the mother, A, ascertained by a link
        t.Add("SRCode", new { RowIdentifier = 6_002, IDPatient = 1, CTV3Code = "any", DateEvent = "2019-03-31", IDTemplate = 501 });
        t.Add("SRCodeTemplateLink", new { RowIdentifier = 1, IDCode = 6_002, IDTemplate = 500 }, new { RowIdentifier = 2, IDCode = 6_003, IDTemplate = 501 });
        Event(t, 3, 2, "2019-03-24T23:59:59", "Face to face"); // the week before
        Event(t, 4, 1, "2019-03-26", "Letter"); // no meaningful mode
        Event(t, 5, 5, "2019-03-26", null); // no mode
        Event(t, 6, 5, "2019-03-26", "Face to face"); // not attended
        Event(t, 7, 5, "2019-03-27", "Face to face"); // one of two was attended: B, not ascertained (the link's template is another)
        t.Add("SRCode", new { RowIdentifier = 6_003, IDPatient = 5, CTV3Code = "any", DateEvent = "2019-03-27" });
        Event(t, 8, 6, "2019-03-28", "Face to face"); // the status is not known: B
        Event(t, 9, 4, "2019-03-28", "Face to face"); // five years old
        Event(t, 10, 25, "2019-03-28", "3001"); // mode by its integer, outside
        Event(t, 11, 13, "2019-03-28", "Face to face"); // a parent who is out
        Event(t, 12, 14, "2019-03-28", "Face to face"); // was a parent until the day
        Event(t, 13, 24, "2019-03-28", "Face to face"); // unknown, template of the day before: not ascertained
        t.Add("SRCode", new { RowIdentifier = 6_004, IDPatient = 24, CTV3Code = "any", DateEvent = "2019-03-27", IDTemplate = 500 });
        Event(t, 14, 5, "2019-03-29", "Pigeon"); // a mode the profile does not know
        Event(t, 15, 6, "2019-03-29", "Face to face"); // status by its integer: not attended
        t.Add(
            "SREventLink",
            new { RowIdentifier = 1, IDEvent = 6, IDVisit = 601 },
            new { RowIdentifier = 2, IDEvent = 7, IDVisit = 701 },
            new { RowIdentifier = 3, IDEvent = 7, IDAppointment = 702 },
            new { RowIdentifier = 4, IDEvent = 8, IDVisit = 801 },
            new { RowIdentifier = 5, IDEvent = 1, IDVisit = 999 }, // has not arrived
            new { RowIdentifier = 6, IDEvent = 15, IDAppointment = 1501 });
        t.Add(
            "SRVisit",
            new { RowIdentifier = 601, CurrentStatus = "No Access Visit" },
            new { RowIdentifier = 701, CurrentStatus = "FINISHED" },
            new { RowIdentifier = 801, CurrentStatus = "Strange" });
        t.Add("SRAppointment", new { RowIdentifier = 702, AppointmentStatus = "Did Not Attend" }, new { RowIdentifier = 1501, AppointmentStatus = "2002" });
    }

    private static object Postcode(string key, string? district) => new { PostcodeKey = key, District = district, Lsoa = "L", ImdQuintile = 1 };

    private static void Person(ExtractTablesBuilder t, int id, string? birth, string? postcode = null, string? death = null)
    {
        t.Add("SRPatient", new { RowIdentifier = id, DateBirth = birth, DateDeath = death });
        if (postcode is not null)
        {
            Home(t, id, postcode, "2010-01-01");
        }
    }

    private static void Home(ExtractTablesBuilder t, int person, string postcode, string? since, string? to = null, string? type = null, int row = 1) =>
        t.Add("SRPatientAddressHistory", new { RowIdentifier = row, IDPatient = person, DateEvent = since, DateTo = to, AddressType = type, PostcodeKey = postcode });

    private static void Code(ExtractTablesBuilder t, int person, string code, string? day, int row = 1) =>
        t.Add("SRCode", new { RowIdentifier = row, IDPatient = person, CTV3Code = code, DateEvent = day });

    private static void AtRisk(ExtractTablesBuilder t, int person, string added, bool plan = true) =>
        t.Add("SRPersonAtRisk", new { RowIdentifier = 1, IDPatient = person, ProtectionPlan = plan, DateAdded = added });

    private static void Group(ExtractTablesBuilder t, int person, string name, string since, string? removed = null) =>
        t.Add("SRPatientGroups", new { RowIdentifier = 1, IDPatient = person, Name = name, DateEvent = since, DateRemoved = removed });

    private static void Event(ExtractTablesBuilder t, int id, int person, string time, string? mode) =>
        t.Add("SREvent", new { RowIdentifier = id, IDPatient = person, DateEvent = time, ContactMethod = mode });
}
