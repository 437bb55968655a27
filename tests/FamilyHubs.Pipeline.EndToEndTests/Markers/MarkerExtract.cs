using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.EndToEndTests.HandWritten;
using FamilyHubs.Pipeline.EndToEndTests.Support;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.EndToEndTests.Markers;

/// <summary>
/// A batch, a return and reference files with a marker in every text that must not go beyond the reader: each text column of each table
/// that its contract does not keep, in accepted rows and in refused ones, also in the cell that is the reason.
/// </summary>
internal static class MarkerExtract
{
    /// <summary>Cells of refused rows: these, and only these, are looked for in the quarantine.</summary>
    public static IReadOnlyList<string> Refused { get; } = ["Zqrefuseddate", "Zqrefusedflag", "Zqrefusednumber", "Zqrefusedrecord"];

    public static async Task WriteAsync(string folder, MarkerBook markers)
    {
        await CsvFile.WriteAsync(
            folder,
            "reference/postcodes.csv",
            "Postcode,District,Lsoa,ImdQuintile",
            $"{markers.Plant("CO9 9QZ", "reference/postcodes.csv")},E07000071,E01021600,1",
            $"{markers.Plant("CO159QY", "reference/postcodes.csv")},E07000076,E01021900,2");
        await CsvFile.WriteAsync(
            folder,
            "reference/recipients.csv",
            "Email,Name,Roles,AreaCodes,Reports",
            "colchester@example.org,Colchester Manager,manager,E07000071,weekly",
            "essex@example.org,Essex Manager,manager,E10000012,weekly",
            $"{markers.Word("recipients.csv, no address")},{markers.Word("recipients.csv")},manager,E10000012,weekly",
            $"three@example.org,{markers.Word("recipients.csv")},manager,{markers.Word("recipients.csv, no area")},weekly");
        await CsvFile.WriteAsync(
            folder,
            "returns/estart-history.csv",
            "PersonRef,DateBirth,PostcodeSector,Group,From,To",
            $"1,1990-01,{markers.Word("PostcodeSector")},Lone Parent,2017-01-01,",
            $"2,1990-01,{markers.Word("PostcodeSector")},Lone Parent,{markers.Word("From")},");
        await CsvFile.WriteAsync(
            folder,
            "returns/indicator-2019-03.csv",
            "Organisation,Indicator,Level,AreaCode,Period,Numerator,Denominator,Value,Note",
            $"Council,readiness,area,E10000012,2019-03,1,2,,{markers.Word("Note")}");

        var extract = new ExtractWriter(HandWrittenExtract.Full, fill: Fill);
        AddPeople(extract, markers);
        foreach (var contract in ContractCatalog.Shipped.ExtractTables.Where(c => c.Table != "SRPatient"))
        {
            extract.Add(contract.Table, new { });
        }

        AddRefused(extract);
        extract.AddOther("SRCommunication", $"RowIdentifier,Text\r\n1,{markers.Word("table out of scope")}\r\n");
        await extract.WriteAsync(folder);

        // A number that must be there belongs to person 1; a text that is not kept is a marker; the rest is left empty.
        string? Fill(TableContract contract, ContractColumn column) => column switch
        {
            { Filled: true, Type: ColumnType.Integer } => "1",
            { Keep: false, Type: ColumnType.Text } => markers.Word($"{contract.Table}.{column.Name}"),
            _ => null,
        };
    }

    private static void AddPeople(ExtractWriter w, MarkerBook m)
    {
        w.Add(
            "SRPatient",
            new { RowIdentifier = 1, DateBirth = "1990-01-01", NHSNumber = m.Plant("9990000018", "NHS number") },
            new { RowIdentifier = 2, DateBirth = "2016-05-01", NHSNumber = m.Plant("999 000 0026", "NHS number with blanks") },
            new { RowIdentifier = 3, DateBirth = "2016-05-01", NHSNumber = m.Plant("999-000-0034", "NHS number with hyphens") },
            new { RowIdentifier = 4, DateBirth = "2017-05-01", NHSNumber = m.Plant("9990000043", "NHS number that fails Modulus 11") });
        w.Add(
            "SRPatientAddressHistory",
            Home(1, "CO9 9QZ"),
            Home(2, "co9 9qz"),
            Home(3, "CO15 9QY"),
            Home(4, m.Plant("CM99 9QX", "postcode not in the reference")));
        foreach (var child in new[] { 2, 3, 4 })
        {
            foreach (var code in new[] { "YEa02", "YEa06", "YEa09" })
            {
                w.Add("SRCode", new { IDPatient = child, DateEvent = "2018-01-01", CTV3Code = code });
            }

            w.Add(
                "SRPatientRelationship",
                new
                {
                    IDPatient = child,
                    IDPatientRelationshipWith = 1,
                    RelationshipType = "Mother",
                    RelationshipWithName = m.Plant($"Zoë Zq-Märker{child}", "name with letters of Windows-1252"),
                    RelationshipWithTelephone = m.Plant($"01632 96099{child}", "telephone number"),
                    RelationshipWithEmailAddress = m.Plant($"zq.marker{child}@example.net", "e-mail address"),
                });
        }

        w.Add("SRSpecialNotes", new { IDPatient = 2, DateStart = "2018-01-01", Type = "Family", Note = m.Plant("Zq note, with a comma\r\nand a second line", "free text") });
        w.Add("SRStaffMember", new { RowIdentifier = 70, StaffName = m.Plant("Zq Staffmarker", "name of staff"), StaffUserName = m.Plant("zqstaffuser", "user name of staff") });

        static object Home(int person, string postcode) => new { IDPatient = person, DateEvent = "2010-01-01", AddressType = "Home", FullPostCode = postcode };
    }

    private static void AddRefused(ExtractWriter w) => w
        .Add("SRPatient", new { RowIdentifier = 5, DateBirth = Refused[0], NHSNumber = "9990000042" })
        .Add("SRPatient", new { RowIdentifier = 6, DateBirth = "2016-05-01", TestPatient = Refused[1] })
        .Add("SRPatientGroups", new { IDPatient = 1, Name = "Looked After Child", DateEvent = "2018-01-01", Members = Refused[2] })
        .AddRecord("SRCode", $"7,ORG1,{Refused[3]}");
}
