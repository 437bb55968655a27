using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Publishing.Weekly;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyHubs.Pipeline.Tests.Publishing.Weekly;

public sealed class WeeklyMailContentTests
{
    public static TheoryData<string> Readers => Composed.Readers;

    [Fact]
    public async Task Subject_District_HasPeriodPlaceAndTheOneThingToKnow() =>
        Assert.Matches(@"^Priority groups, Colchester, 2019-W13 \(to 31 March\): .+ up [0-9]+( each)?$", (await Composed.MailAsync("E07000071")).Subject);

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Text_AnyReader_HasEveryRowOfTheHtml(string codes)
    {
        var mail = await Composed.MailAsync(codes);
        var lines = mail.Text.Split("\r\n");
        var document = Composed.Parse(mail.Html);
        var rows = document.QuerySelectorAll("table:not([role]) > tbody > tr").ToList();
        Assert.True(rows.Count > 30);
        Assert.All(rows, row =>
        {
            var label = row.QuerySelector(":scope > th")!.TextContent.Trim();
            var figures = row.QuerySelectorAll(":scope > td").Select(cell => cell.TextContent.Replace("\u00A0", "", StringComparison.Ordinal).Trim()).Where(cell => cell.Length > 0);
            Assert.Contains(lines, line => line.Contains($"{label}:", StringComparison.Ordinal) && figures.All(figure => Words(line).Contains(figure) || line.Contains($" {figure}", StringComparison.Ordinal)));
        });
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Text_AnyReader_HasEverySentenceHeadingAndFigureOfTheHtml(string codes)
    {
        var mail = await Composed.MailAsync(codes);
        var document = Composed.Parse(mail.Html);
        Assert.All(document.QuerySelectorAll("h1, h2, h3, p, li, caption"), element => Assert.Contains(element.TextContent.Trim(), mail.Text, StringComparison.Ordinal));
        Assert.Contains("https://reports.example.org/essex/weekly/2019-W13", mail.Text, StringComparison.Ordinal);
        Assert.Contains(document.QuerySelector("img")!.GetAttribute("alt")!, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('<', mail.Text);
    }

    [Fact]
    public async Task Mail_SameInputTwice_IsTheSame()
    {
        var (one, other) = (await Composed.ComposeAsync("MID"), await Composed.ComposeAsync("MID"));
        Assert.Equal((one.Subject, one.Html, one.Text), (other.Subject, other.Html, other.Text));
        Assert.Equal(one.Attachments.Select(file => Convert.ToHexString(file.Content.Span)), other.Attachments.Select(file => Convert.ToHexString(file.Content.Span)));
    }

    [Fact]
    public async Task Mail_NoHistory_HasNoImage()
    {
        var mail = await new WeeklyMailComposer(NullLoggerFactory.Instance).ComposeAsync(
            await SampleWeeklyReport.Disclosed, await SampleWeeklyReport.Essex, new Reader("Sam", ["MID"]), SampleWeeklyReport.Facts, [], CancellationToken.None);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
        Assert.All(mail.Attachments, file => Assert.Null(file.ContentId));
    }

    [Fact]
    public async Task Mail_ReportWithChildList_IgnoresIt()
    {
        var report = await SampleWeeklyReport.Disclosed;
        var list = (await SampleWeeklyReport.SignIn).ChildList;
        var mail = await Composed.ComposeAsync("E07000071", report with { ChildList = [.. list!.Select(child => child with { PersonId = child.PersonId + 777_000_000 })] });
        Assert.DoesNotContain("777", mail.Html + mail.Text + string.Concat(mail.Attachments.Where(file => file.ContentId is null).Select(file => Encoding.UTF8.GetString(file.Content.Span))), StringComparison.Ordinal);
        Assert.Empty(MailGuard.Check(Sent(mail)));
    }

    [Fact]
    public async Task Mail_FirstWeek_SaysThatNoChangeCanBeShown()
    {
        var mail = await Composed.ComposeAsync("E07000071", await SampleWeeklyReport.Disclosed with { Change = [] });
        Assert.EndsWith("is largest", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("There is no report for the week before, so no change can be shown.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_EmptyArea_IsStillWhole()
    {
        var mail = await Composed.ComposeAsync("E07000071", TinyReport.Empty);
        Assert.EndsWith(": no group recorded", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("No priority group is recorded in Colchester.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("No child under five in Colchester is in three or more groups.", mail.Text, StringComparison.Ordinal);
        Assert.Empty(MailGuard.Check(Sent(mail)));
    }

    [Fact]
    public async Task Mail_AllSuppressed_ShowsStarsAndNoBars()
    {
        var report = await SampleWeeklyReport.Disclosed;
        var mail = await Composed.ComposeAsync("E07000071", report with
        {
            Totals = [.. report.Totals.Select(row => row with { Memberships = null, People = null, Children = null, Adults = null, Suppressed = true })],
            Groups = [.. report.Groups.Select(row => row with { Memberships = null, Children = null, Adults = null, Rank = null, Suppressed = true })],
            UnderFivesByGroup = [.. report.UnderFivesByGroup.Select(row => row with { Children = null, Rank = null, Suppressed = true })],
            UnderFivesByDistrict = [.. report.UnderFivesByDistrict.Select(row => row with { Children = null, Rank = null, Suppressed = true })],
            Combinations = [.. report.Combinations.Select(row => row with { Children = null, Rank = null, Suppressed = true })],
            Change = [.. report.Change.Select(row => row with { Current = null, Previous = null, Difference = null, Suppressed = true })],
            MeaningfulReach = [.. report.MeaningfulReach.Select(row => row with { Contacts = null, Ascertained = null, Percentage = null, Suppressed = true })],
        });
        Assert.EndsWith("changes too small to show", mail.Subject, StringComparison.Ordinal);
        Assert.Empty(Composed.Parse(mail.Html).QuerySelectorAll("td[height='14']"));
        Assert.DoesNotContain("rose", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_SuppressedCombinations_AreNotNamedAnywhere()
    {
        var report = await SampleWeeklyReport.Disclosed;
        string[] rare = ["PG25", "PG26", "PG27"];
        var mail = await Composed.ComposeAsync("E07000071", report with { Combinations = [.. report.Combinations, new("district", "E07000071", rare, null, null, true)] });
        var profile = await SampleWeeklyReport.Essex;
        var name = string.Join(" + ", rare.Select(code => profile.PriorityGroups.Single(group => group.Code == code).Name));
        var files = string.Concat(mail.Attachments.Where(file => file.ContentId is null).Select(file => Encoding.UTF8.GetString(file.Content.Span)));
        Assert.DoesNotContain(name, mail.Text + mail.Html + files, StringComparison.Ordinal);
        Assert.DoesNotContain("PG25|PG26|PG27", files, StringComparison.Ordinal);
        Assert.Contains("Other combinations, each too small to name: Children *", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_AfterDisclosureControl_ShowsNoSmallNumber()
    {
        var (report, profile) = (await SampleWeeklyReport.SignIn, await SampleWeeklyReport.Essex);
        var disclosed = WeeklyDisclosure.Apply(report, profile.Disclosure.Profiles[profile.Disclosure.Mail], profile);
        var mail = await Composed.ComposeAsync("E07000071", disclosed);
        var rankings = Composed.Parse(mail.Html).QuerySelectorAll("table:not([role])")
            .Where(table => table.QuerySelector("caption")!.TextContent.Split(' ')[0] is "Children" or "Priority" or "Most")
            .ToList();
        var counts = rankings.SelectMany(table => table.QuerySelectorAll(":scope > tbody > tr > td"))
            .Where(cell => cell.NextElementSibling?.LocalName != "th")
            .Select(cell => cell.TextContent.Trim(' ', '\u00A0', '\n'))
            .ToList();
        Assert.True(counts.Count > 50);
        Assert.All(counts, count => Assert.DoesNotMatch("^[1-4]$", count));
        Assert.Empty(MailGuard.Check(Sent(mail)));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Mail_AnyReader_PassesTheGuard(string codes) => Assert.Empty(MailGuard.Check(Sent(await Composed.MailAsync(codes))));

    [Fact]
    public async Task Attachments_Files_HaveTheFiguresOfTheCatchmentAndTheArea()
    {
        var mail = await Composed.MailAsync("E07000071");
        Assert.Equal(
            ["trend.png", "priority-groups-2019-W13-totals.csv", "priority-groups-2019-W13-groups.csv", "priority-groups-2019-W13-combinations.csv"],
            mail.Attachments.Select(file => file.FileName));
        var groups = Encoding.UTF8.GetString(mail.Attachments[2].Content.Span).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + 27 * 6, groups.Length);
        var report = await SampleWeeklyReport.Disclosed;
        var row = report.Groups.First(group => group.Level == "district" && group.Code == "E07000071");
        Assert.Contains(groups, line => line.StartsWith($"\"2019-W13\",\"district\",\"E07000071\",\"Colchester\",\"{row.Group}\",\"{row.Name}\",{row.Rank},{row.Memberships},{row.Children},{row.Adults},", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ToMail_Sender_IsTheProfiles()
    {
        var profile = await SampleWeeklyReport.Essex;
        var mail = (await Composed.MailAsync("MID")).ToMail("weekly/2019-W13/a", "weekly", profile.Mail, new MailAddress("a@example.org", "A\r\nBcc: b"));
        Assert.Equal(("reports@example.org", "informatics@example.org", "A Bcc: b"), (mail.From.Address, mail.ReplyTo!.Address, mail.To.Name));
    }

    private static Mail Sent(MailContent content) =>
        new("key", "weekly", new MailAddress("from@example.org", null), null, new MailAddress("to@example.org", "Sam"), content.Subject, content.Html, content.Text, content.Attachments);

    private static string[] Words(string line) => Regex.Split(line, @"[\s;:]+");
}
