using System.Text;
using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Support;
using MimeKit;

namespace FamilyHubs.Pipeline.EndToEndTests.Markers;

/// <summary>Nothing that identifies a person goes beyond the reader (quality.md 3): only landing, archive and quarantine hold the markers.</summary>
public sealed class MarkerTests(MarkerCycle cycle) : IClassFixture<MarkerCycle>
{
    private static readonly string[] Open = ["lake", "reports", "config", "snapshots", "audit", "azure-webjobs-hosts"];

    [Fact]
    public void Markers_Planted_AreInEveryKindOfColumn()
    {
        var places = cycle.Markers.Planted.Values.ToArray();

        Assert.InRange(places.Length, 150, int.MaxValue);
        Assert.Contains("SRPatient.Surname", places);
        Assert.Contains("SRPatientAddressHistory.NameOfRoad", places);
        Assert.Contains("SRReferralIn.DischargeReason", places);
        Assert.Contains("SRSpecialNotes.Note", places);
    }

    [Fact]
    public async Task Quarantine_OfRefusedRows_HoldsThem()
    {
        var raw = new StringBuilder();
        foreach (var blob in (await cycle.Store.ListAsync("quarantine", "essex/")).Where(b => !b.Name.EndsWith(".reasons.csv", StringComparison.Ordinal)))
        {
            raw.Append(Encoding.UTF8.GetString(await cycle.Store.ReadAsync(blob)));
        }

        Assert.All(MarkerExtract.Refused, marker => Assert.Contains(marker, raw.ToString(), StringComparison.Ordinal));
        foreach (var blob in (await cycle.Store.ListAsync("quarantine")).Where(b => b.Name.EndsWith(".reasons.csv", StringComparison.Ordinal)))
        {
            cycle.AssertNoneIn(Encoding.UTF8.GetString(await cycle.Store.ReadAsync(blob)), blob.Name);
        }
    }

    [Fact]
    public async Task Lake_CellsOfEveryFile_HoldNoMarker()
    {
        var needles = cycle.FileFor("needles.json");
        await File.WriteAllTextAsync(needles, JsonSerializer.Serialize(cycle.Needles.Append("Lone Parent").Append("E07000071")));

        using var found = JsonDocument.Parse(await NodeTools.RunAsync("find-text.mjs", cycle.Lake, needles));

        Assert.InRange(found.RootElement.GetProperty("files").GetInt32(), 10, int.MaxValue);
        // Two texts that do belong there show that the search finds.
        Assert.Equal(
            ["EstartHistory.Group: Lone Parent", "Postcodes.District: E07000071"],
            found.RootElement.GetProperty("hits").EnumerateArray()
                .Select(h => $"{h.GetProperty("table")}.{h.GetProperty("column")}: {h.GetProperty("text")}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Blobs_OutsideLandingArchiveAndQuarantine_HoldNoMarker()
    {
        var seen = 0;
        foreach (var container in Open)
        {
            foreach (var blob in await cycle.Store.ListAsync(container))
            {
                cycle.AssertNoneIn(Encoding.Latin1.GetString(await cycle.Store.ReadAsync(blob)), $"{container}/{blob.Name}");
                cycle.AssertNoneIn(Encoding.UTF8.GetString(await cycle.Store.ReadAsync(blob)), $"{container}/{blob.Name}");
                seen++;
            }
        }

        Assert.InRange(seen, 20, int.MaxValue);
        Assert.NotEmpty(await cycle.Store.ListAsync("lake", "essex/SRPatient/_delta_log/"));
        Assert.NotEmpty(await cycle.Store.ListAsync("reports", "essex/weekly/2019-W13/"));
    }

    [Fact]
    public async Task BlobNames_OfEveryContainer_HoldNoMarker()
    {
        await foreach (var container in cycle.Store.Blobs.GetBlobContainersAsync())
        {
            foreach (var blob in await cycle.Store.ListAsync(container.Name))
            {
                cycle.AssertNoneIn(blob.Name, $"The name of a blob in {container.Name}");
            }
        }
    }

    [Fact]
    public async Task Tables_EveryEntity_HoldsNoMarker()
    {
        var seen = 0;
        await foreach (var table in cycle.Store.Tables.QueryAsync())
        {
            await foreach (var entity in cycle.Store.Tables.GetTableClient(table.Name).QueryAsync<global::Azure.Data.Tables.TableEntity>())
            {
                cycle.AssertNoneIn(string.Join('\n', entity.Select(p => $"{p.Key}={p.Value}")), $"Table {table.Name}");
                seen++;
            }
        }

        Assert.InRange(seen, 100, int.MaxValue);
    }

    [Fact]
    public async Task Mails_EveryPart_HoldsNoMarker()
    {
        var mails = cycle.Store.Mails(".eml");
        Assert.Equal(2, mails.Count);
        foreach (var file in mails)
        {
            using var message = await MimeMessage.LoadAsync(file);
            cycle.AssertNoneIn(await File.ReadAllTextAsync(file), file);
            foreach (var part in message.BodyParts.OfType<MimePart>())
            {
                using var content = new MemoryStream();
                await part.Content!.DecodeToAsync(content);
                cycle.AssertNoneIn(Encoding.UTF8.GetString(content.ToArray()), $"{file}, {part.FileName ?? part.ContentType.MimeType}");
            }
        }

        foreach (var file in cycle.Store.Mails())
        {
            using var request = JsonDocument.Parse(await File.ReadAllTextAsync(file));
            cycle.AssertNoneIn(request.RootElement.ToString(), file);
            cycle.AssertNoneIn(string.Join('\n', request.RootElement.GetProperty("content").EnumerateArray().Select(c => c.GetProperty("value").GetString())), file);
        }
    }

    [Fact]
    public void Output_OfEveryCommand_HoldsNoMarker()
    {
        Assert.Contains("bad-date", cycle.Printed, StringComparison.Ordinal);
        Assert.Contains("too-few-fields", cycle.Printed, StringComparison.Ordinal);
        cycle.AssertNoneIn(cycle.Printed, "The output");
    }
}
