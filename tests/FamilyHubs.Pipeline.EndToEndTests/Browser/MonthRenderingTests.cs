using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Browser;

/// <summary>
/// The month of each shipped area through the command line, from sample extracts to its page in a browser, on a desk, on a tablet and on a
/// telephone; the figures of a range of months, and what changed in them.
/// </summary>
public sealed class MonthRenderingTests(Store store) : IClassFixture<Store>
{
    [BrowserTheory]
    [InlineData("essex", "E10000012", "2.02", "West Essex|Outcome measures")]
    [InlineData("coventry", "E08000026", "HV2", "Locality dashboard|Before and after")]
    [InlineData("hackney", "CH", "HV2", "Locality dashboard|Continuity|Women booked on a continuity of carer pathway")]
    public async Task Month_OfAnArea_FitsEveryScreen(string area, string code, string kpi, string holdsOneOf)
    {
        using var folder = new TemporaryFolder();
        (await store.RunAsync("generate", "--area", area, "--children", "200", "--from", "2019-04-01", "--to", "2019-04-01", "--out", folder.Path)).Ended(0);
        (await store.RunAsync("ingest", Path.Combine(folder.Path, "landing", area), "--area", area)).Ended(0);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "landing", area, "returns", "family-voice-2019-03.md"), "We were heard.\n<b>Not bold.</b>");
        Assert.Contains("kept for the page", (await store.RunAsync("ingest", Path.Combine(folder.Path, "landing", area, "returns", "family-voice-2019-03.md"), "--area", area)).Ended(0).Out, StringComparison.Ordinal);
        await BackfillAsync(area);

        var output = folder.Below("preview");
        (await store.RunAsync("preview", "monthly", "--area", area, "--month", "2019-03", "--families", "--practitioners", "--out", output)).Ended(0);
        var html = await File.ReadAllTextAsync(Path.Combine(output, $"2019-03-{code}.page.html"));
        Assert.StartsWith("Local authority code,", await File.ReadAllTextAsync(Path.Combine(output, $"2019-03-{code}.national.csv")), StringComparison.Ordinal);
        foreach (var width in (int[])[1280, 600, 360])
        {
            var page = await RenderedPage.ShowAsync(html, width, $"month-{area}");
            Assert.False(page.Overflows, $"The page of {area} is wider than {width} pixels.");
            Assert.Contains(kpi, page.Visible, StringComparison.Ordinal);
            Assert.Contains(holdsOneOf.Split('|'), text => page.Visible.Contains(text, StringComparison.Ordinal));
            Assert.Contains("We were heard.\n<b>Not bold.</b>", page.Visible, StringComparison.Ordinal);
            Assert.Contains("Variation: ", page.Visible, StringComparison.Ordinal);
            Assert.Contains("These are the figures as first reported.", page.Visible, StringComparison.Ordinal);
        }
    }

    private async Task BackfillAsync(string area)
    {
        string[] backfill = ["backfill", "monthly", "--area", area, "--from", "2019-02", "--to", "2019-04", "--json"];
        var plan = (await store.RunAsync([.. backfill, "--dry-run"])).Ended(0).Json();
        Assert.Equal(["missing", "missing", "missing"], plan.GetProperty("plan").EnumerateArray().Select(step => step.GetProperty("state").GetString()));

        // The extract ends with March: the month after it is refused, the others are made.
        var done = (await store.RunAsync(backfill)).Ended(1).Json();
        Assert.Equal(
            ["2019-02 True", "2019-03 True", "2019-04 False"],
            done.GetProperty("results").EnumerateArray().Select(r => $"{r.GetProperty("month").GetString()} {r.GetProperty("isDone").GetBoolean()}"));
        var left = (await store.RunAsync([.. backfill, "--only-failed", "--dry-run"])).Ended(0).Json();
        Assert.Equal(
            ["published False", "published False", "missing True"],
            left.GetProperty("plan").EnumerateArray().Select(step => $"{step.GetProperty("state").GetString()} {step.GetProperty("isDue").GetBoolean()}"));

        var revisions = (await store.RunAsync("monthly", "--area", area, "--month", "2019-03", "--revisions", "--json")).Ended(0).Json();
        Assert.Empty(revisions.GetProperty("changes").EnumerateArray());
        Assert.Contains("nothing to revise", (await store.RunAsync("monthly", "--area", area, "--month", "2018-01", "--revisions")).Ended(1).Out, StringComparison.Ordinal);
    }
}
