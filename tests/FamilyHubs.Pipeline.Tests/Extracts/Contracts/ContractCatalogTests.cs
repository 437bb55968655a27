using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Contracts;
using NJsonSchema;

namespace FamilyHubs.Pipeline.Tests.Extracts.Contracts;

public sealed class ContractCatalogTests
{
    private static readonly string[] InScope =
    [
        "SRPatient", "SRPatientAddressHistory", "SRPatientRelationship", "SRPatientGroups", "SRPersonAtRisk", "SRSpecialNotes", "SREvent", "SREventLink",
        "SRActivityEvent", "SRVisit", "SRAppointment", "SRCode", "SRTemplate", "SRCodeTemplateLink", "SRCtv3ToSnomed", "SRAnsweredQuestionnaire",
        "SRQuestionnaire", "SRAssessment", "SRCarePlanDetail", "SRCarePlanReview", "SRGoal", "SRReferralIn", "SRReferralAllocation",
        "SRReferralAllocationStaff", "SRCaseload", "SRCaseloadHistory", "SRTeam", "SRTeamMember", "SRImmunisation", "SRImmunisationContent",
        "SRImmunisationConsent", "SRSchoolHistory", "SRSafeguardingCases", "SRSafeguardingPersonAtRisk", "SROrganisation", "SROrganisationBranch",
        "SRStaffMember", "SRStaffMemberProfile", "SRConfiguredListOption", "SRMapping", "SRMappingGroup", "SRNDOptOutPreference",
        "SRPatientRemovedByContentFilter",
    ];

    private static readonly string[] WithoutOrganisation =
    [
        "SROrganisation", "SRStaffMember", "SRStaffMemberProfile", "SRConfiguredListOption", "SRImmunisationContent", "SRMapping", "SRMappingGroup",
    ];

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder("contracts"), "*.json", SearchOption.AllDirectories).Select(Path.GetFullPath)];

    [Fact]
    public void Shipped_ExtractTables_AreThoseInScope() =>
        Assert.Equal(InScope.Order(StringComparer.Ordinal), ContractCatalog.Shipped.ExtractTables.Select(c => c.Table));

    [Fact]
    public void Shipped_Keys_AreAsTheSpecificationSays()
    {
        foreach (var contract in ContractCatalog.Shipped.ExtractTables)
        {
            string[] key = contract.Table == "SRPatientRemovedByContentFilter" ? []
                : WithoutOrganisation.Contains(contract.Table) ? ["RowIdentifier"]
                : ["RowIdentifier", "IDOrganisationVisibleTo"];
            Assert.Equal(key, contract.LakeSchema.Key);
            Assert.True(contract.Find("RowIdentifier") is null or { Required: true, Filled: true, Id: false });
        }
    }

    [Fact]
    public void Shipped_DirectIdentifiersAndFreeText_AreNotInTheLake()
    {
        foreach (var contract in ContractCatalog.Shipped.All.Where(c => c.Store == ContractStore.Lake))
        {
            Assert.DoesNotContain(contract.Columns, c => c is { Keep: true, Classification: Classification.DirectIdentifier });
            Assert.DoesNotContain(contract.LakeSchema.Columns, c => c.Name is "NHSNumber" or "NhsNumber" or "FullPostCode" or "Postcode" or "Note" or "StaffName");
            Assert.DoesNotContain(contract.Columns, c => c is { Keep: true, Length: >= 1000 });
            Assert.DoesNotContain(contract.LakeSchema.Columns, c => c.Name.StartsWith("Textual", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void StagedSchema_EndsWithRemovedData()
    {
        var contract = ContractCatalog.Shipped.Find("SRPatient")!;

        Assert.Equal(new ColumnDefinition("RemovedData", ColumnType.Boolean), contract.StagedSchema.Columns[^1]);
        Assert.Equal(contract.LakeSchema.Columns, contract.StagedSchema.Columns.SkipLast(1));
        Assert.Contains(contract.LakeSchema.Columns, c => c == new ColumnDefinition("PersonKey", ColumnType.Text));
        Assert.False(contract.RequiresPatient);
        Assert.True(ContractCatalog.Shipped.Find("SRCode")!.RequiresPatient);
    }

    [Theory]
    [InlineData("returns/caf-2019-03.csv", "CafReturns")]
    [InlineData("returns/indicator-a-b.csv", "IndicatorReturns")]
    [InlineData("returns/estart-2018.CSV", "EstartHistory")]
    [InlineData("reference/postcodes.csv", "Postcodes")]
    [InlineData("reference/workforce.csv", "Workforce")]
    [InlineData("reference/recipients.csv", "Recipients")]
    [InlineData("reference/postcodes2.csv", null)]
    [InlineData("returns/x/caf-1.csv", null)]
    [InlineData("returns/family-voice-1.md", null)]
    public void ForFile_Path_GivesItsContract(string path, string? table) => Assert.Equal(table, ContractCatalog.Shipped.ForFile(path)?.Table);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_EachContract_FitsTheSchema(string file)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Folder("schemas"), "contract.schema.json"));

        Assert.Empty(schema.Validate(await File.ReadAllTextAsync(file)));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{}", "missing")]
    [InlineData("""{"table":"T","description":"d","source":"s","store":"lake","key":["X"],"columns":[]}""", "no column X")]
    [InlineData("""{"table":"T","description":"d","source":"s","store":"lake","key":[],"columns":[{"name":"A","type":"word","classification":"key","keep":true}]}""", "type is none of")]
    [InlineData("""{"table":"T","description":"d","source":"s","store":"lake","key":[],"columns":[{"name":"A","type":"text","classification":"direct identifier","keep":true}]}""", "must not be kept")]
    [InlineData("""{"table":"T","description":"d","source":"s","store":"lake","key":[],"columns":[],"colour":1}""", "colour")]
    [InlineData("""{"table":"T","description":"d","source":"s","store":"lake","key":[],"columns":[],"quality":[{"id":"r","kind":"filled","column":"A"}]}""", "names the column A")]
    public void Read_WrongFile_SaysWhatIsWrong(string json, string sentence)
    {
        var e = Assert.Throws<ContractException>(() => ContractFile.Read("test.json", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))));

        Assert.Contains("test.json", e.Message, StringComparison.Ordinal);
        if (json.Length > 2)
        {
            Assert.Contains(sentence, e.Message, StringComparison.Ordinal);
        }
    }

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
