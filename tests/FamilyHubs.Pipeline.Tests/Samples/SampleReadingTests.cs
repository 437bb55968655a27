using System.Text.Json;
using FamilyHubs.Pipeline.Cli.Samples;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Tests.Extracts;

namespace FamilyHubs.Pipeline.Tests.Samples;

/// <summary>The product's own reader over sample extracts.</summary>
public sealed class SampleReadingTests
{
    [Theory]
    [InlineData("essex")]
    [InlineData("coventry")]
    [InlineData("hackney")]
    public async Task WriteAsync_EachProfile_IsReadWithoutAWordOfComplaint(string area)
    {
        using var folder = new SampleFolder();
        var result = await SampleFolder.WriteAsync(folder.Options(60, area));
        var history = BatchHistory.None;
        foreach (var batch in result.Batches)
        {
            await using var reading = await ReadAsync(batch.Path, history, area);
            Assert.Equal(BatchVerdict.Accepted, reading.Verdict);
            Assert.Empty(reading.Findings);
            Assert.All(reading.Tables, table => Assert.Equal(0, table.Refused.Count));
            Assert.Equal(["SRRecordStatus", "SRSmsConsent", "SRTask"], reading.Skipped.Select(file => file.Table).Order(StringComparer.Ordinal));
            history = new BatchHistory { LastExtractTo = reading.Tables.Where(table => table.ExtractTo is not null).ToDictionary(table => table.Table, table => table.ExtractTo!.Value) };
        }
    }

    [Fact]
    public async Task WriteAsync_Chaos_ListsExactlyWhatTheReaderRefuses()
    {
        using var folder = new SampleFolder();
        var result = await SampleFolder.WriteAsync(folder.Options(120) with { Chaos = true });
        List<(string, string, long, string?, string)> refused = [];
        foreach (var batch in result.Batches)
        {
            await using var reading = await ReadAsync(batch.Path, BatchHistory.None, "essex");
            Assert.Equal(BatchVerdict.Accepted, reading.Verdict);
            refused.AddRange(reading.Tables.SelectMany(table => table.Refused.First)
                .Select(refusal => (batch.Extract, refusal.Table, refusal.Line, refusal.Column, refusal.Reason)));
        }

        using var planted = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, SampleExtracts.FaultsFile)));
        var listed = planted.RootElement.EnumerateArray().Select(fault => (
            fault.GetProperty("extract").GetString()!,
            fault.GetProperty("table").GetString()!,
            fault.GetProperty("line").GetInt64(),
            fault.GetProperty("column").GetString(),
            fault.GetProperty("reason").GetString()!)).ToList();
        Assert.Equal(listed.Order(), refused.Order());
        Assert.Equal(result.PlantedFaults, listed.Count);
        string[] reasons =
        [
            ReasonCodes.BadBoolean, ReasonCodes.BadDate, ReasonCodes.BadInteger, ReasonCodes.BadNumber, ReasonCodes.MissingKey,
            ReasonCodes.TooFewFields, ReasonCodes.TooManyFields, ReasonCodes.UnclosedQuote,
        ];
        Assert.Equal(reasons, listed.Select(fault => fault.Item5).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WriteAsync_IntegerLists_CarryNumbersThatTheOptionsExplain()
    {
        using var folder = new SampleFolder();
        var result = await SampleFolder.WriteAsync(folder.Options(60) with { ListStyle = ListStyle.Integer });
        var batch = new ReadBatch(result.Batches[0].Path);
        var options = batch.Rows("SRConfiguredListOption").ToDictionary(row => row["RowIdentifier"], row => row["ConfiguredListOption"]);
        var mappings = File.ReadLines(Path.Combine(result.Batches[0].Path, "SRMapping.csv")).Skip(1).Select(line => line.Split(',')[0]).ToHashSet();
        Assert.All(batch.Rows("SREvent").Where(row => row["ContactMethod"].Length > 0), row => Assert.Contains(row["ContactMethod"], options.Keys));
        Assert.All(batch.Rows("SRVisit"), row => Assert.Contains(row["CurrentStatus"], mappings));
        Assert.Contains("New birth visit", batch.Rows("SRActivityEvent").Select(row => options[row["EventDetails"]]));
    }

    private static async Task<BatchReading> ReadAsync(string path, BatchHistory history, string area)
    {
        var profile = await SampleFolder.ProfileAsync(area);
        await using var files = new FolderBatch(path);
        return await new BatchReader(ContractCatalog.Shipped, TestBatch.Keys, profile.Extract).ReadAsync(files, history, null, null, CancellationToken.None);
    }
}
