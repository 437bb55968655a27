using System.Text;
using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Ports;
using NJsonSchema;

namespace FamilyHubs.Pipeline.Tests.UseCases;

/// <summary>Each batch has its report: what came, what was refused and why; counts, never a cell.</summary>
public sealed class ExtractQualityTests
{
    [Fact]
    public async Task Ingest_BatchWithBadRows_ReportsThemByTableAndReason()
    {
        var world = new IngestWorld();
        await world.IngestAsync(SmallBatches.Full);

        var quality = await FindAsync(world, SmallBatches.Full.Extract);

        var groups = quality.Tables.Single(t => t.Table == "SRPatientGroups");
        Assert.Equal((5, 4, 1, 1, 3), (groups.Rows, groups.Kept, groups.Refused, groups.Duplicates, groups.Inserted));
        Assert.Equal(1, groups.Reasons["bad-date"]);
        Assert.Null(groups.UsualRows);
        Assert.Equal(3, groups.Total);
        var rule = quality.Rules.Single(r => r is { Rule: "unreadable-date", Table: "SRPatientGroups" });
        Assert.Equal((1, 5, 20.0), (rule.Failed, rule.Checked, rule.Percentage));
        Assert.Contains(quality.Rules, r => r.Rule == "nhs-number-modulus-11");
        Assert.Contains(quality.Findings, f => f is { Code: "column-missing", Table: "SRPatientGroups" });
    }

    [Fact]
    public async Task Ingest_SecondBatch_ComparesWithTheRowsBefore()
    {
        var world = new IngestWorld();
        await world.IngestAsync(Batch("20190325_0215", 20));
        await world.IngestAsync(Batch("20190401_0215", 10));

        var quality = await FindAsync(world, "20190401_0215");

        Assert.Equal(20, quality.Tables.Single().UsualRows);
        Assert.Equal(1, quality.Rules.Single(r => r.Rule == QualityRules.RowCount).Failed);
    }

    [Fact]
    public async Task Ingest_FileNotInScopeAndUnknownColumn_AreReported()
    {
        var world = new IngestWorld();
        await world.IngestAsync(new LandedBatch("20190325_0215")
            .With("SRPatient", SmallBatches.PatientHeader + ",Shoes", "1,ORG1,9990000018,01 Jan 2016 00:00,F,42")
            .With("SRLetters", "RowIdentifier,Text", "1,hello"));

        var quality = await FindAsync(world, "20190325_0215");

        Assert.Equal("SRLetters", Assert.Single(quality.Skipped).Table);
        Assert.Contains(quality.Findings, f => f is { Code: "column-unknown", Column: "Shoes" });
    }

    [Fact]
    public async Task Ingest_NumberThatNoListHas_IsAnUnknownCode()
    {
        var world = new IngestWorld();
        await world.IngestAsync(new LandedBatch("20190325_0215")
            .With("SRMapping", "RowIdentifier,Mapping", "7,F")
            .With("SRPatient", SmallBatches.PatientHeader, "1,ORG1,,01 Jan 2016 00:00,7", "2,ORG1,,01 Jan 2016 00:00,8", "3,ORG1,,01 Jan 2016 00:00,M"));

        var rule = (await FindAsync(world, "20190325_0215")).Rules.Single(r => r is { Rule: QualityRules.UnknownCode, Table: "SRPatient" });

        Assert.Equal((1, 3), (rule.Failed, rule.Checked));
        Assert.Contains((await world.Ledger.FindAsync(IngestWorld.Area, "20190325_0215", default))!.Quality, f => f.Rule == QualityRules.UnknownCode);
    }

    [Fact]
    public async Task Ingest_RefusedBatch_HasAReportWithTheReason()
    {
        var world = new IngestWorld();
        await world.IngestAsync(new LandedBatch("20190325_0215").With("SRPatient", "Nothing", "1"));

        var quality = await FindAsync(world, "20190325_0215");

        Assert.Equal((ExtractState.Refused, "key-column-missing"), (quality.State, quality.Reason));
        Assert.Null(quality.Tables.Single().Total);
    }

    [Fact]
    public async Task Ingest_Return_HasAReport()
    {
        var world = new IngestWorld();
        await world.LandAsync("reference/postcodes.csv", "Postcode,District,Lsoa,ImdQuintile\r\nCM1 1AA,E07000070,E01021500,3\r\nCM1 1AB,E07000070,E01021500,three\r\n");
        await world.Files().RunAsync(await IngestWorld.ProfileAsync(), "reference/postcodes.csv", default);

        var table = (await FindAsync(world, "reference/postcodes.csv")).Tables.Single();

        Assert.Equal((2, 1, 1), (table.Rows, table.Kept, table.Reasons["bad-integer"]));
    }

    [Theory]
    [InlineData("20190325_0215")]
    [InlineData("20190401_0215")]
    public async Task Report_OfABatch_FitsTheSchema(string extract)
    {
        var world = new IngestWorld();
        await world.IngestAsync(SmallBatches.Full);
        await world.IngestAsync(SmallBatches.Delta);
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "schemas", "extract-quality.schema.json"));

        var report = Encoding.UTF8.GetString(world.Blobs.Contents(Containers.Reports)[$"essex/extracts/{extract}/quality.json"].Span);

        Assert.Empty(schema.Validate(report));
        Assert.NotEmpty(schema.Validate(report.Replace("\"rows\"", "\"lines\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Page_OfABatch_HoldsCountsAndNoCell()
    {
        var world = new IngestWorld();
        await world.IngestAsync(SmallBatches.Full);

        var page = Encoding.UTF8.GetString(world.Blobs.Contents(Containers.Reports)[$"essex/extracts/{SmallBatches.Full.Extract}/quality.html"].Span);

        Assert.Contains("<h1>Extract 20190325_0215</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Refused rows by reason", page, StringComparison.Ordinal);
        Assert.All(["9990000018", "Teenage Parent", "99 Mar", "no date"], cell => Assert.DoesNotContain(cell, page, StringComparison.Ordinal));
    }

    private static LandedBatch Batch(string extract, int rows) => new LandedBatch(extract).With(
        "SRPatient", SmallBatches.PatientHeader, [.. Enumerable.Range(1, rows).Select(id => FormattableString.Invariant($"{id},ORG1,,01 Jan 2016 00:00,F"))]);

    private static async Task<ExtractQuality> FindAsync(IngestWorld world, string extract) => (await world.Reports.FindAsync(IngestWorld.Area, extract, default))!;
}
