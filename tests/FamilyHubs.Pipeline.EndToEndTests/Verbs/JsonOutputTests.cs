using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Faults;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Verbs;

/// <summary>With <c>--json</c> standard output is one JSON document and nothing else, whatever is said along the way.</summary>
[Collection(SharedStore.Name)]
public sealed class JsonOutputTests(Store store)
{
    [Fact]
    public async Task Json_OfEveryVerbThatHasIt_IsOneDocument()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("documents");
        await CsvFile.WriteAsync(
            folder.Path, "reference/recipients.csv", "Email,Name,Roles,AreaCodes,Reports", "essex@example.org,Essex Manager,manager,E10000012,weekly");
        var batch = await FaultExtract.WithBadRows().WriteAsync(folder.Path);

        Assert.Equal(JsonValueKind.Object, (await store.RunAsync("validate", batch, "--json")).Ended(1).Json().ValueKind);
        Assert.Equal(2, (await store.RunAsync("ingest", folder.Path, "--area", "documents", "--json")).Ended(0).Json().GetArrayLength());
        Assert.Equal(2, (await store.RunAsync("extracts", "--area", "documents", "--json")).Ended(0).Json().GetArrayLength());
        Assert.Equal(
            "2019-W13",
            (await store.RunAsync("weekly", "--area", "documents", "--week", "2019-W13", "--json")).Ended(0).Json().GetProperty("week").GetString());
        var sent = (await store.RunAsync("weekly", "--area", "documents", "--week", "2019-W13", "--json", "--send")).Ended(0);
        Assert.Equal("2019-W13", sent.Json().GetProperty("week").GetString());
        Assert.Contains("1 mails handed over now", sent.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await store.RunAsync("runs", "--area", "documents", "--json")).Ended(0).Json().GetArrayLength());
        Assert.Equal(5, (await store.RunAsync("quarantine", "list", "--area", "documents", "--json")).Ended(0).Json().GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task Json_OfRefusedWork_LeavesStandardOutputEmpty()
    {
        await store.AddAreaAsync("nothing-yet");

        var result = (await store.RunAsync("weekly", "--area", "nothing-yet", "--week", "2019-W13", "--json")).Ended(1);

        Assert.Empty(result.Out);
        Assert.Contains("No extract of nothing-yet has been committed yet", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_OfGenerateAndShow_IsOneDocument()
    {
        using var folder = new TemporaryFolder();
        await store.AddAreaAsync("shown");

        var generated = (await store.RunAsync("generate", "--area", "essex", "--children", "5", "--out", folder.Path, "--json")).Ended(0).Json();
        Assert.Equal(2, generated.GetProperty("batches").GetArrayLength());
        Assert.Empty((await store.RunAsync("runs", "show", "nothing", "--area", "shown", "--json")).Ended(1).Out);
        Assert.Empty((await store.RunAsync("extracts", "release", "nothing", "--area", "shown", "--json")).Ended(1).Out);

        var validated = (await store.RunAsync("validate", Path.Combine(folder.Path, "landing", "essex", "returns", "caf-monthly.csv"), "--json")).Ended(0).Json();
        Assert.Equal(("returns/caf-monthly.csv", "accepted"), (validated.GetProperty("extract").GetString(), validated.GetProperty("verdict").GetString()));
        foreach (var batch in generated.GetProperty("batches").EnumerateArray())
        {
            Assert.DoesNotContain("no-full-copy", (await store.RunAsync("validate", batch.GetProperty("path").GetString()!)).Ended(0).Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Validate_Junit_WritesAFailureForEachRefusedRow()
    {
        using var folder = new TemporaryFolder();
        var batch = await FaultExtract.WithBadRows().WriteAsync(folder.Path);
        var report = Path.Combine(folder.Path, "findings.xml");

        (await Command.RunAsync("validate", batch, "--junit", report)).Ended(1);

        var failures = System.Xml.Linq.XDocument.Load(report).Descendants("failure").Select(f => f.Attribute("type")!.Value).Order(StringComparer.Ordinal);
        Assert.Equal(["bad-boolean", "bad-date", "bad-integer", "missing-key", "too-few-fields"], failures);
    }
}
