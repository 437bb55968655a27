using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Faults;

/// <summary>A small batch, whole or with rows that cannot be read.</summary>
internal static class FaultExtract
{
    public const string Name = "20190401_0215";

    /// <summary>Three people with a code each.</summary>
    public static ExtractWriter Good()
    {
        var extract = new ExtractWriter(Name);
        foreach (var person in new[] { 1, 2, 3 })
        {
            extract.Add("SRPatient", new { RowIdentifier = person, DateBirth = "2016-05-01" });
            extract.Add("SRCode", new { RowIdentifier = person, IDPatient = person, DateEvent = "2018-01-01", CTV3Code = "YEa02" });
        }

        return extract;
    }

    /// <summary>The same people, and five rows that are refused, each for another reason.</summary>
    public static ExtractWriter WithBadRows() => Good()
        .AddRecord("SRPatient", "4,ORG1,too,few") // line 5
        .Add("SRCode", new { RowIdentifier = 4, IDPatient = 1, DateEvent = "2018-01-01", CTV3Code = "XM0zY", CTV3Text = "two\r\nlines" }) // lines 5 and 6
        .Add("SRCode", new { RowIdentifier = 5, IDPatient = 1, DateEvent = "31 Feb 2018" }) // line 7
        .Add("SRCode", new { RowIdentifier = 6, DateEvent = "2018-01-01" }) // line 8: nobody's
        .Add("SRCode", new { RowIdentifier = 7, IDPatient = 2, DateEvent = "2018-01-02", CTV3Code = "XM0zY" })
        .Add("SRPatientGroups", new { IDPatient = 1, Name = "Looked After Child", DateEvent = "2018-01-01", Members = "many" }) // line 2: a column that is not kept
        .Add("SRPatientGroups", new { IDPatient = 1, Name = "Looked After Child", DateEvent = "2018-01-01" })
        .Add("SRPersonAtRisk", new { IDPatient = 1, DateAdded = "2018-01-01", ProtectionPlan = "perhaps" }); // line 2
}
