using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.HandWritten;

/// <summary>
/// Thirty-odd people of Essex at Sunday 31 March 2019, each there for one rule of calculations.md 1 to 3. A comment says where the person
/// counts, as district: groups. Districts: COL Colchester, TEN Tendring (both North East), CHE Chelmsford (Mid). Groups by their last two digits:
/// 02 lone parent, 04 low income, 05 domestic abuse (expires after 24 months), 09 child protection plan, 11 looked-after child.
/// </summary>
internal static class HandWrittenExtract
{
    public const string Full = "20190401_0215";
    public const string Delta = "20190408_0215";

    private const string Col = "CO1 1AA";
    private const string Ten = "CO15 1AA";
    private const string Che = "CM1 1AA";
    private const string Outside = "IP1 1AA";

    /// <summary>Reference file, full batch and return, below the folder.</summary>
    public static async Task WriteAsync(string folder)
    {
        await CsvFile.WriteAsync(
            folder,
            "reference/postcodes.csv",
            "Postcode,District,Lsoa,ImdQuintile",
            "CO1 1AA,E07000071,E01021600,1",
            "CO15 1AA,E07000076,E01021900,2",
            "CM1 1AA,E07000070,E01021500,3",
            "IP1 1AA,E07000202,E01029900,4");
        await CsvFile.WriteAsync(
            folder,
            "returns/estart-history.csv",
            "PersonRef,DateBirth,PostcodeSector,Group,From,To",
            "22,1985-01,CO1 1, lone parent,2017-01-01,",
            "29,2017-05,CO1 1,Lone Parent,2017-05-01,2019-03-31", // its end is exclusive: over on the day
            "999,1985-01,CO1 1,Lone Parent,2017-01-01,"); // nobody
        var extract = new ExtractWriter(Full);
        AddPeople(extract);
        AddFamilies(extract);
        AddTeams(extract);
        AddContacts(extract);
        await extract.WriteAsync(folder);
    }

    /// <summary>One week later. Time alone: 14 died and 16 was born on 1 April, 8 came of age, 18's abuse record expired, 21 and 27 ended.</summary>
    public static async Task WriteDeltaAsync(string folder)
    {
        var delta = new ExtractWriter(Delta, Full);
        Code(delta, 6, "YEa08", "2019-04-03"); // 6 leaves 04
        delta.Add("SRCode", new { RowIdentifier = 100, IDPatient = 20, CTV3Code = "YEa08", DateEvent = "2019-03-01" }); // 20's start becomes an end: leaves 04
        delta.Add("SRCode", new { RowIdentifier = 777_777, RemovedData = true, IDPatient = 1 }); // never there: a no-op
        delta.Add("SRPersonAtRisk", new { RowIdentifier = 29, RemovedData = true, IDPatient = 29 }); // 29 leaves 09
        delta.Add("SRPatient", new { RowIdentifier = 3, RemovedData = true }); // 3 is gone with all groups
        Person(delta, 35, "2017-01-01", Col); // new in COL: 02
        Code(delta, 35, "YEa02", "2019-04-05");
        await delta.WriteAsync(folder);
    }

    private static void AddPeople(ExtractWriter w)
    {
        Person(w, 1, "1990-01-01", Col); // COL: 02, adult
        Code(w, 1, "YEa02", "2018-01-01");
        Person(w, 2, "2016-05-01", "co11aa"); // COL: 02 05 09, under five
        Person(w, 3, "2016-05-01", Col); // the twin, COL: 02 05 09, under five
        Person(w, 4, "2014-03-31", Col); // fifth birthday on the day, COL: 02 05 09, child
        Person(w, 5, "2014-04-01", Ten); // fifth birthday the day after, TEN: 02 04 05 09, under five
        foreach (var child in new[] { 2, 3, 4, 5 })
        {
            Code(w, child, "YEa02", "2018-01-01");
            Code(w, child, child == 4 ? "YEa10" : "YEa09", "2018-01-01");
            AtRisk(w, child, "2018-01-01");
        }

        Code(w, 5, "YEa06", "2019-01-01");
        Person(w, 6, "2016-02-29", Ten); // TEN: 02 04 05, under five
        Code(w, 6, "YEa02", "2018-01-01");
        Code(w, 6, "YEa07", "2018-01-01");
        Code(w, 6, "YEa09", "2018-01-01");
        Person(w, 7, "2001-03-31", Che); // eighteenth birthday on the day, CHE: 02, adult
        Code(w, 7, "YEa02", "2018-01-01");
        Person(w, 8, "2001-04-01", Che); // eighteenth birthday the day after, CHE: 02, child
        Code(w, 8, "YEa02", "2018-01-01");
        Person(w, 9, string.Empty, Che); // no date of birth, CHE: 05, adult
        Code(w, 9, "YEa09", "2018-01-01");

        // Out, each with a home and a group: nowhere.
        w.Add("SRPatient", new { RowIdentifier = 10, DateBirth = "1990-01-01", TestPatient = true });
        Home(w, 10, Col, "2010-01-01");
        Person(w, 11, "1990-01-01", Col);
        w.Add("SRNDOptOutPreference", new { IDPatient = 11 });
        Person(w, 12, "1990-01-01", Col);
        w.Add("SRPatientRemovedByContentFilter", new { IDPatient = 12 });
        Person(w, 13, "1990-01-01", Col, death: "2019-03-31T23:00:00");
        Person(w, 16, "2019-04-01T01:00:00", Col); // born the day after
        foreach (var person in new[] { 10, 11, 12, 13, 16 })
        {
            Code(w, person, "YEa02", "2019-03-31");
        }

        Person(w, 14, "1980-01-01", Col, death: "2019-04-01"); // dies the day after, COL: 02, adult
        Code(w, 14, "YEa02", "2018-01-01");
        Person(w, 15, "2019-03-31T10:00:00", Col); // born on the day, COL: 09, child
        AtRisk(w, 15, "2019-03-31T11:00:00");

        Person(w, 17, "1985-01-01", Ten); // 24 months are over on the day, TEN: nothing
        Code(w, 17, "YEa09", "2017-03-31");
        Person(w, 18, "1985-01-01", Ten); // over the day after, TEN: 05, adult
        Code(w, 18, "YEa10", "2017-04-01");
        Person(w, 19, "1985-01-01", Ten); // at one time start 9, then end 10: as numbers the end is last, TEN: nothing
        Code(w, 19, "YEa06", "2019-03-01", row: 9);
        Code(w, 19, "YEa08", "2019-03-01", row: 10);
        Person(w, 20, "1985-01-01", Ten); // at one time end 99, then start 100, TEN: 04, adult
        Code(w, 20, "YEa08", "2019-03-01", row: 99);
        Code(w, 20, "YEa06", "2019-03-01", row: 100);
        Person(w, 21, "1985-01-01", Che); // ends the day after, CHE: 04, adult
        Code(w, 21, "YEa07", "2018-03-01");
        Code(w, 21, "YEa08", "2019-04-01");

        Person(w, 22, "1985-01-01", Col); // moves on the day, TEN: 02 from e-Start, adult
        Home(w, 22, Ten, "2019-03-31T09:00:00");
        Person(w, 23, "1985-01-01"); // left home on the day, unknown: 11, adult
        Home(w, 23, Col, "2010-01-01", to: "2019-03-31");
        Group(w, 23, "Looked After Child", "2018-01-01");
        Person(w, 24, "2016-05-01", "ZZ1 1ZZ"); // postcode not in the reference, unknown: 02 09 11, under five
        Code(w, 24, "YEa02", "2018-01-01");
        AtRisk(w, 24, "2018-01-01");
        Group(w, 24, "Looked After Child", "2018-01-01");
        Person(w, 25, "2017-05-01", Outside); // outside: 02 04 09, under five
        Code(w, 25, "YEa02", "2018-01-01");
        Code(w, 25, "YEa06", "2018-01-01");
        AtRisk(w, 25, "2018-01-01");
        Person(w, 26, "1985-01-01"); // no home but another address, unknown: 11, adult
        Home(w, 26, Col, "2010-01-01", type: "Correspondence only");
        Group(w, 26, "Looked After Child", "2018-01-01");
        Person(w, 27, "1985-01-01"); // home and group in another case, group removed the day after, CHE: 11, adult
        Home(w, 27, Che, "2010-01-01", type: " HOME ");
        Group(w, 27, " looked after CHILD ", "2019-03-31", removed: "2019-04-01");
        Person(w, 28, "1985-01-01", Che); // removed on the day; at risk without plan, CHE: nothing
        Group(w, 28, "Looked After Child", "2018-01-01", removed: "2019-03-31T08:00:00");
        AtRisk(w, 28, "2018-01-01", plan: false);
        Person(w, 29, "2017-05-01"); // two homes begun at one time: the greater row; e-Start is over, COL: 09, child under five
        Home(w, 29, Col, "2018-01-01", row: 10_000);
        Home(w, 29, Ten, "2018-01-01", row: 9_999);
        AtRisk(w, 29, "2019-03-31");
        Code(w, 30, "YEa02", "2018-01-01"); // has no SRPatient row: nobody
        Person(w, 31, "1985-01-01"); // neither code nor home has a date, unknown: 11, adult
        Code(w, 31, "YEa02", string.Empty);
        Home(w, 31, Col, string.Empty);
        Group(w, 31, "Looked After Child", "2018-01-01");
        Person(w, 33, "1985-01-01", Col); // one record seen by two organisations: the copy recorded last is an end, COL: nothing
        w.Add(
            "SRCode",
            new { RowIdentifier = 5_000, IDOrganisationVisibleTo = "ORG2", DateEventRecorded = "2018-01-01", DateEvent = "2018-01-01", CTV3Code = "YEa02", IDPatient = 33 },
            new { RowIdentifier = 5_000, IDOrganisationVisibleTo = "ORG1", DateEventRecorded = "2018-02-01", DateEvent = "2018-01-01", CTV3Code = "YEa03", IDPatient = 33 });
    }

    private static void AddFamilies(ExtractWriter w) => w.Add(
        "SRPatientRelationship",
        new { IDPatient = 2, IDPatientRelationshipWith = 1, RelationshipType = "Mother" },
        new { IDPatient = 3, IDPatientRelationshipWith = 1, RelationshipType = " MOTHER ", DateEvent = "2016-05-01" },
        new { IDPatient = 5, IDPatientRelationshipWith = 13, RelationshipType = "Father" },
        new { IDPatient = 6, IDPatientRelationshipWith = 14, RelationshipType = "Aunt", HasParentalResponsibility = true, DateEnded = "2019-03-31" });

    private static void AddTeams(ExtractWriter w) => w
        .Add("SRTeam", new { RowIdentifier = 11, TeamName = "Colchester, \"Castle\" team" }, new { RowIdentifier = 12, TeamName = "Tendring – Élan" })
        .Add(
            "SRReferralAllocation",
            new { IDPatient = 1, IDTeam = 12, DateStart = "2019-01-01" },
            new { IDPatient = 1, IDTeam = 11, DateStart = "2018-01-01", IsKeyTeam = true }, // key team first
            new { IDPatient = 2, IDTeam = 11, DateStart = "2019-01-01" }, // latest start
            new { IDPatient = 2, IDTeam = 12, DateStart = "2018-01-01" },
            new { RowIdentifier = 9, IDPatient = 3, IDTeam = 11, DateStart = "2018-01-01" },
            new { RowIdentifier = 10, IDPatient = 3, IDTeam = 12, DateStart = "2018-01-01" }, // greatest row
            new { IDPatient = 5, IDTeam = 11, DateStart = "2018-01-01", DateDeleted = "2018-02-01" },
            new { IDPatient = 7, IDTeam = 11, DateStart = "2018-01-01", DateEnd = "2019-03-31" },
            new { IDPatient = 8, IDTeam = 13 }, // no start: from always; the team's name has not arrived
            new { IDPatient = 9, IDTeam = 11, DateStart = "2019-04-01" },
            new { IDPatient = 25, IDTeam = 11, DateStart = "2018-01-01" }); // outside: in no team row

    private static void AddContacts(ExtractWriter w)
    {
        w.Add("SRTemplate", new { RowIdentifier = 500, TemplateName = "Priority Groups v3" }, new { RowIdentifier = 501, TemplateName = "Weight" });
        Event(w, 1, 2, "2019-03-25", "Face to face"); // COL, ascertained by the code's template
        w.Add("SRCode", new { IDPatient = 2, CTV3Code = "XM0zY", DateEvent = "2019-03-25T15:00:00", IDTemplate = 500 });
        Event(w, 2, 1, "2019-03-31T23:59:59", " telephone"); // the mother, COL, ascertained by a link
        w.Add("SRCode", new { RowIdentifier = 6_002, IDPatient = 1, CTV3Code = "XM0zY", DateEvent = "2019-03-31", IDTemplate = 501 });
        w.Add("SRCodeTemplateLink", new { IDPatient = 1, IDCode = 6_002, IDTemplate = 500 });
        Event(w, 3, 2, "2019-03-24T23:59:59", "Face to face"); // the week before
        Event(w, 4, 1, "2019-03-26", "Letter"); // no meaningful mode
        Event(w, 5, 5, "2019-03-26", string.Empty); // no mode
        Event(w, 6, 5, "2019-03-26", "Face to face"); // not attended
        Event(w, 7, 5, "2019-03-27", "Face to face"); // one of two was attended: TEN, not ascertained
        Event(w, 8, 6, "2019-03-28", "Face to face"); // the status is not known: TEN, not ascertained
        Event(w, 9, 4, "2019-03-28", "Face to face"); // five years old
        Event(w, 10, 25, "2019-03-28", "Video consultation"); // outside
        Event(w, 11, 13, "2019-03-28", "Face to face"); // a parent who is out
        Event(w, 12, 14, "2019-03-28", "Face to face"); // was a parent until the day
        Event(w, 13, 24, "2019-03-28", "Face to face"); // unknown; the template was used the day before: not ascertained
        w.Add("SRCode", new { IDPatient = 24, CTV3Code = "XM0zY", DateEvent = "2019-03-27", IDTemplate = 500 });
        w.Add(
            "SREventLink",
            new { IDPatient = 5, IDEvent = 6, IDVisit = 601 },
            new { IDPatient = 5, IDEvent = 7, IDVisit = 701 },
            new { IDPatient = 5, IDEvent = 7, IDAppointment = 702 },
            new { IDPatient = 6, IDEvent = 8, IDVisit = 801 });
        w.Add(
            "SRVisit",
            new { RowIdentifier = 601, IDPatient = 5, CurrentStatus = "No Access Visit" },
            new { RowIdentifier = 701, IDPatient = 5, CurrentStatus = "FINISHED" },
            new { RowIdentifier = 801, IDPatient = 6, CurrentStatus = "Strange" });
        w.Add("SRAppointment", new { RowIdentifier = 702, IDPatient = 5, AppointmentStatus = "Did Not Attend" });
    }

    private static void Person(ExtractWriter w, int id, string birth, string? postcode = null, string? death = null)
    {
        w.Add("SRPatient", new { RowIdentifier = id, DateBirth = birth, DateDeath = death });
        if (postcode is not null)
        {
            Home(w, id, postcode, "2010-01-01");
        }
    }

    private static void Home(ExtractWriter w, int person, string postcode, string since, string? to = null, string? type = "Home", int? row = null) =>
        w.Add("SRPatientAddressHistory", new { RowIdentifier = row, IDPatient = person, DateEvent = since, DateTo = to, AddressType = type, FullPostCode = postcode });

    private static void Code(ExtractWriter w, int person, string code, string day, int? row = null) =>
        w.Add("SRCode", new { RowIdentifier = row, IDPatient = person, CTV3Code = code, DateEvent = day });

    private static void AtRisk(ExtractWriter w, int person, string added, bool plan = true) =>
        w.Add("SRPersonAtRisk", new { RowIdentifier = person, IDPatient = person, ProtectionPlan = plan, DateAdded = added });

    private static void Group(ExtractWriter w, int person, string name, string since, string? removed = null) =>
        w.Add("SRPatientGroups", new { IDPatient = person, Name = name, DateEvent = since, DateRemoved = removed });

    private static void Event(ExtractWriter w, int id, int person, string time, string mode) =>
        w.Add("SREvent", new { RowIdentifier = id, IDPatient = person, DateEvent = time, ContactMethod = mode });
}
