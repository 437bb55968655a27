using System.Globalization;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Lake;

/// <summary>The batches of <see cref="LakeCycle"/>.</summary>
internal static class People
{
    public const int Deltas = 11;

    /// <summary>The row that the first batch refuses, with its date put right.</summary>
    public const string CorrectedGroup =
        "RowIdentifier,IDOrganisationVisibleTo,DateEventRecorded,DateEvent,Name,IDPatient\r\n5001,ORG1,01 Mar 2019 09:00:00,01 Mar 2019 09:00:00,Lone Parent,2\r\n";

    public static ExtractWriter Full(string extract) => new ExtractWriter(extract)
        .Add(
            "SRPatient",
            new { RowIdentifier = 1, DateBirth = "2016-01-01", Gender = "F" },
            new { RowIdentifier = 2, DateBirth = "2017-02-02", Gender = "M" },
            new { RowIdentifier = LakeCycle.Person, DateBirth = "2018-03-03", Gender = "F", NHSNumber = LakeCycle.NhsNumber, LakeCycle.Surname })
        .Add("SRPatientAddressHistory", new { RowIdentifier = 4001, DateEvent = "2018-03-03", AddressType = "Home", FullPostCode = "CO1 1AA", IDPatient = LakeCycle.Person })
        .Add(
            "SRPatientGroups",
            new { RowIdentifier = 5000, DateEventRecorded = "2019-03-01", DateEvent = "2019-03-01", Name = "Lone Parent", IDPatient = 1 },
            new { RowIdentifier = 5002, DateEventRecorded = "2019-03-01", DateEvent = "2019-03-01", Name = "Lone Parent", IDPatient = LakeCycle.Person },
            new { RowIdentifier = 5003, DateEventRecorded = "2019-03-01", DateEvent = "2019-03-01", Name = "Low Income", IDPatient = LakeCycle.Person },
            new { RowIdentifier = 5001, DateEventRecorded = "2019-03-01", DateEvent = "31 Feb 2019", Name = "Lone Parent", IDPatient = 2 },
            new { RowIdentifier = 5004, DateEventRecorded = "2019-03-01", DateEvent = "32 Feb 2019", Name = "Lone Parent", IDPatient = LakeCycle.Person })
        .Add(
            "SRCode",
            new { RowIdentifier = 8001, DateEvent = "2019-03-01", CTV3Code = "YEa02", IDPatient = LakeCycle.Person },
            new { RowIdentifier = 8002, DateEvent = "2019-03-01", CTV3Code = "YEa04", IDPatient = LakeCycle.Person },
            new { RowIdentifier = 8003, DateEvent = "2019-03-01", CTV3Code = "YEa06", IDPatient = LakeCycle.Person },
            new { RowIdentifier = 8004, DateEvent = "2019-03-01", CTV3Code = "YEa06", IDPatient = 2 })
        .Add("SRPatientRelationship", new { RowIdentifier = 6001, DateEvent = "2018-03-03", RelationshipType = "Mother", IDPatientRelationshipWith = LakeCycle.Person, IDPatient = 1 });

    public static ExtractWriter Delta(int day) => new ExtractWriter(Name(day), Name(day - 1))
        .Add("SRPatient", new { RowIdentifier = 100 + day, DateBirth = "2016-01-01", Gender = "F" })
        .Add("SRPatientGroups", new { RowIdentifier = 7000 + day, DateEventRecorded = "2019-03-02", DateEvent = "2019-03-02", Name = "Low Income", IDPatient = day % 2 == 0 ? LakeCycle.Person : 1 });

    private static string Name(int day) => new DateTime(2019, 3, 25).AddDays(day).ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "_0215";
}
