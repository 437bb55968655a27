using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.HandWritten;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Verbs;

/// <summary><c>preview</c>, <c>backfill</c> and <c>freshness</c> as informatics use them.</summary>
public sealed class WeeklyVerbsTests(Store store) : IClassFixture<Store>
{
    [Fact]
    public async Task Verbs_OfTheWeeklyReport_ShowPlanAndDo()
    {
        using var folder = new TemporaryFolder();
        var input = folder.Below("in");
        await HandWrittenExtract.WriteAsync(input);
        await CsvFile.WriteAsync(input, "reference/recipients.csv", "Email,Name,Roles,AreaCodes,Reports", "essex@example.org,Essex,manager,E10000012,weekly");
        (await store.RunAsync("ingest", input, "--area", "essex")).Ended(0);

        await PreviewAsync(folder);
        await WithoutMailAsync();
        await BackfillAsync();

        var freshness = (await store.RunAsync("freshness", "--area", "essex", "--json")).Ended(1).Json();
        Assert.Equal(HandWrittenExtract.Full, freshness.GetProperty("extract").GetString());
        Assert.False(freshness.GetProperty("isFresh").GetBoolean());
        Assert.Contains("Extract " + HandWrittenExtract.Full, (await store.RunAsync("freshness", "--area", "essex")).Ended(1).Out, StringComparison.Ordinal);
    }

    private async Task PreviewAsync(TemporaryFolder folder)
    {
        var output = folder.Below("preview");
        string[] preview = ["preview", "weekly", "--area", "essex", "--week", "2019-W13", "--out", output];
        (await store.RunAsync([.. preview, "--as", "E07000071"])).Ended(0);
        Assert.Equal(
            ["2019-W13-E07000071.mail.html", "2019-W13-E07000071.mail.txt", "2019-W13-E07000071.page.html"],
            Directory.GetFiles(output).Select(Path.GetFileName).Where(name => !name!.EndsWith(".csv", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("Colchester", await File.ReadAllTextAsync(Path.Combine(output, "2019-W13-E07000071.page.html")), StringComparison.Ordinal);
        Assert.Contains("no code of the area", (await store.RunAsync([.. preview, "--as", "E09000001"])).Ended(2).Error, StringComparison.Ordinal);
        Assert.Empty((await store.RunAsync("runs", "--area", "essex", "--json")).Ended(0).Json().EnumerateArray());
        Assert.Empty(store.Mails());
    }

    /// <summary>What mails nobody needs no mail service, and leaves no trace of a mail.</summary>
    private async Task WithoutMailAsync()
    {
        (await store.RunWithoutMailAsync("freshness", "--area", "essex")).Ended(1);
        (await store.RunWithoutMailAsync("backfill", "weekly", "--area", "essex", "--from", "2019-W12", "--to", "2019-W12", "--dry-run")).Ended(0);
        (await store.RunWithoutMailAsync("backfill", "weekly", "--area", "essex", "--from", "2019-W11", "--to", "2019-W11")).Ended(0);
        (await store.RunAsync("weekly", "--area", "essex", "--week", "2019-W11", "--send")).Ended(0);
        Assert.Single(store.Mails());
    }

    private async Task BackfillAsync()
    {
        string[] backfill = ["backfill", "weekly", "--area", "essex", "--from", "2019-W12", "--to", "2019-W14", "--json"];
        Assert.Equal(
            ["2019-W12 missing True", "2019-W13 missing True", "2019-W14 missing True"],
            Plan((await store.RunAsync([.. backfill, "--dry-run"])).Ended(0).Json()));
        Assert.Single((await store.RunAsync("runs", "--area", "essex", "--json")).Ended(0).Json().EnumerateArray());

        // The extract ends with 2019-W13: the week after it is refused, the others are made.
        var done = (await store.RunAsync([.. backfill, "--send"])).Ended(1).Json();
        Assert.Equal(
            ["2019-W12 True", "2019-W13 True", "2019-W14 False"],
            done.GetProperty("results").EnumerateArray().Select(r => $"{r.GetProperty("week").GetString()} {r.GetProperty("isDone").GetBoolean()}"));
        Assert.Equal(3, store.Mails().Count);

        Assert.Equal(
            ["2019-W12 complete False", "2019-W13 complete False", "2019-W14 missing True"],
            Plan((await store.RunAsync([.. backfill, "--send", "--only-failed"])).Ended(1).Json()));
        (await store.RunAsync([.. backfill, "--send"])).Ended(1);
        Assert.Equal(3, store.Mails().Count);
        Assert.Contains("exchange them", (await store.RunAsync("backfill", "weekly", "--area", "essex", "--from", "2019-W14", "--to", "2019-W12")).Ended(2).Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Plan(JsonElement document) => document.GetProperty("plan").EnumerateArray()
        .Select(s => $"{s.GetProperty("week").GetString()} {s.GetProperty("state").GetString()} {s.GetProperty("isDue").GetBoolean()}");
}
