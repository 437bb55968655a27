using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace FamilyHubs.Pipeline.Tests.Publishing.Weekly;

/// <summary>The HTML part obeys what Outlook for Windows draws and what WCAG 2.2 AA asks.</summary>
public sealed class WeeklyMailHtmlTests
{
    private static readonly string[] Elements =
    [
        "html", "head", "meta", "title", "body", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3", "p", "ul", "li", "a", "img", "span",
    ];

    private static readonly string[] Properties =
    [
        "background-color", "border", "border-bottom", "border-collapse", "border-top", "color", "display", "font", "font-family", "font-size", "font-weight", "height", "line-height",
        "margin", "max-height", "max-width", "mso-hide", "opacity", "overflow", "padding", "padding-left", "text-align", "text-decoration", "vertical-align", "white-space", "width",
    ];

    public static TheoryData<string> Readers => Composed.Readers;

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Html_AnyReader_HasOnlyElementsAndPropertiesThatOutlookDraws(string codes)
    {
        var document = Composed.Parse((await Composed.MailAsync(codes)).Html);
        Assert.All(document.All, element => Assert.Contains(element.LocalName, Elements));
        var declarations = document.All.SelectMany(Contrast.Declarations).ToList();
        Assert.All(declarations, declaration => Assert.Contains(declaration.Property, Properties));
        Assert.All(declarations, declaration => Assert.DoesNotMatch(@"flex|grid|var\(|calc\(|url\(|expression|!important", declaration.Value));
        Assert.All(declarations.Where(declaration => declaration.Property == "display"), declaration => Assert.Contains(declaration.Value, (string[])["none", "block"]));
        Assert.All(document.All.SelectMany(element => element.Attributes), attribute => Assert.DoesNotMatch("^on|^class$|^id$", attribute.Name));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Html_AnyReader_IsUnderTheSizeThatClientsCut(string codes) =>
        Assert.InRange(Encoding.UTF8.GetByteCount((await Composed.MailAsync(codes)).Html), 20_000, 100_000);

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Html_AnyReader_HasLanguageTitleAndPreheader(string codes)
    {
        var mail = await Composed.MailAsync(codes);
        var document = Composed.Parse(mail.Html);
        Assert.Equal("en-GB", document.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith("Priority groups: ", document.Title, StringComparison.Ordinal);
        var preheader = document.Body!.FirstElementChild!;
        Assert.Contains("display:none", preheader.GetAttribute("style"), StringComparison.Ordinal);
        Assert.InRange(preheader.TextContent.Length, 40, 250);
        Assert.StartsWith("<!DOCTYPE html>", mail.Html.TrimStart(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Html_AnyReader_HasLayoutTablesMarkedAndDataTablesWithCaptionAndScopes(string codes)
    {
        var document = Composed.Parse((await Composed.MailAsync(codes)).Html);
        var tables = document.QuerySelectorAll("table").ToList();
        var data = tables.Where(table => table.GetAttribute("role") != "presentation").ToList();
        Assert.InRange(data.Count, 7, 16);
        Assert.All(data, table =>
        {
            Assert.NotEmpty(table.QuerySelector(":scope > caption")!.TextContent.Trim());
            var columns = table.QuerySelectorAll(":scope > thead > tr > th").ToList();
            Assert.All(columns, heading => Assert.Equal("col", heading.GetAttribute("scope")));
            Assert.All(columns, heading => Assert.NotEmpty(heading.TextContent.Trim()));
            Assert.All(table.QuerySelectorAll(":scope > tbody > tr"), row =>
            {
                Assert.Equal(columns.Count, row.Children.Length);
                Assert.Equal("row", Assert.Single(row.Children, cell => cell.LocalName == "th").GetAttribute("scope"));
            });
        });
        Assert.All(tables.Except(data), table => Assert.Empty(table.QuerySelectorAll(":scope > tbody > tr > th, :scope > caption")));
        Assert.Equal(data.Count, data.Select(table => table.QuerySelector("caption")!.TextContent).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Html_AnyReader_HasTextContrastOfAtLeastFourAndAHalf(string codes)
    {
        var document = Composed.Parse((await Composed.MailAsync(codes)).Html);
        var texts = document.Body!.Descendants<IText>().Where(text => text.Data.Trim().Length > 0).Select(text => text.ParentElement!).ToList();
        Assert.InRange(texts.Count, 100, 1000);
        Assert.All(texts, element => Assert.True(Contrast.Of(element) >= 4.5, $"{element.LocalName}: {element.GetAttribute("style")}"));
    }

    [Fact]
    public async Task Html_Bars_StandOutFromThePaperAndCarryTheirNumber()
    {
        var document = Composed.Parse((await Composed.MailAsync("E07000071")).Html);
        var bars = document.QuerySelectorAll("td[height='14']").ToList();
        Assert.InRange(bars.Count, 40, 80);
        Assert.All(bars, bar =>
        {
            Assert.True(Contrast.Ratio(bar.GetAttribute("bgcolor")!, "#ffffff") >= 3);
            Assert.Matches("^[0-9][0-9,]*$", bar.NextElementSibling!.TextContent.Trim());
            Assert.Matches("^[0-9]{1,2}%$", bar.GetAttribute("width")!);
        });
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Html_Image_IsAttachedAndReadableWithImagesOff(string codes)
    {
        var mail = await Composed.MailAsync(codes);
        var image = Assert.Single(Composed.Parse(mail.Html).QuerySelectorAll("img"));
        Assert.Equal("cid:trend", image.GetAttribute("src"));
        Assert.Equal(("552", "232"), (image.GetAttribute("width"), image.GetAttribute("height")));
        Assert.Matches(@"^Line chart of the priority groups recorded in .+ over 13 weeks: [0-9,]+ in the week to 6 January 2019, [0-9,]+ in the week to 31 March 2019; lowest [0-9,]+, highest [0-9,]+\.$", image.GetAttribute("alt")!);
        var attachment = Assert.Single(mail.Attachments, attachment => attachment.ContentId is not null);
        Assert.Equal(("trend", "image/png", "trend.png"), (attachment.ContentId, attachment.ContentType, attachment.FileName));
    }

    [Fact]
    public async Task Html_Links_AreHttpsOnly() => Assert.All(
        Composed.Parse((await Composed.MailAsync("MID")).Html).QuerySelectorAll("a"),
        link => Assert.StartsWith("https://", link.GetAttribute("href"), StringComparison.Ordinal));

    [Fact]
    public async Task Html_District_HasTheSectionsInTheirOrder()
    {
        var document = Composed.Parse((await Composed.MailAsync("E07000071")).Html);
        Assert.Equal(
        [
            "H1 Priority groups: Colchester",
            "H2 In short",
            "H2 Where priority groups are recorded",
            "H2 Which groups are largest",
            "H2 Children under five in three or more groups, by district",
            "H2 Children under five in three or more groups, by group",
            "H2 Most frequent combinations",
            "H2 What changed since last week",
            "H2 What is not yet recorded",
            "H3 Meaningful reaches without priority groups",
            "H2 The last weeks",
            "H2 How to read this",
            "H2 Where the figures come from",
        ],
            document.QuerySelectorAll("h1, h2, h3").Select(heading => $"{heading.TagName} {heading.TextContent}"));
        Assert.Equal(
        [
            "Priority groups recorded in Colchester, all ages",
            "Priority groups in Colchester, all ages: the 10 largest of 27",
            "Children under five in three or more groups, Colchester",
            "Children under five in three or more groups in Colchester, by group: the 10 largest of 27",
            "Most frequent combinations in Colchester",
            "The 6 largest changes in Colchester, of N",
            "Meaningful reaches of the week, and those without recorded priority groups",
            "Priority groups recorded in Colchester, week by week",
            "Source of the figures",
        ],
            document.QuerySelectorAll("caption").Select(caption => Regex.Replace(caption.TextContent, "of [0-9]+$", "of N").Replace("largest of N", "largest of 27", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Html_Star_IsExplainedOnce(string codes)
    {
        var text = Composed.Parse((await Composed.MailAsync(codes)).Html).Body!.TextContent;
        Assert.Single(Regex.Matches(text, Regex.Escape("* stands for a number too small to show.")));
    }

    [Fact]
    public async Task Html_DistrictManager_SeesNoOtherDistrictOrTeam()
    {
        var mail = await Composed.MailAsync("E07000071");
        var everything = mail.Html + mail.Text + string.Concat(mail.Attachments.Where(file => file.ContentId is null).Select(file => Encoding.UTF8.GetString(file.Content.Span)));
        var profile = await SampleWeeklyReport.Essex;
        var others = profile.Geography.Quadrants.SelectMany(quadrant => quadrant.Districts).Where(district => district.Code != "E07000071");
        Assert.All(others, district => Assert.DoesNotContain(district.Name, everything, StringComparison.Ordinal));
        Assert.All(others, district => Assert.DoesNotContain(district.Code, everything, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Html_QuadrantHead_SeesTheDistrictsSideBySide()
    {
        var document = Composed.Parse((await Composed.MailAsync("MID")).Html);
        var table = document.QuerySelectorAll("table").Single(table => table.QuerySelector(":scope > caption")?.TextContent == "Priority groups recorded in Mid, all ages");
        Assert.Equal(["Braintree", "Chelmsford", "Essex", "Maldon", "Mid"], table.QuerySelectorAll(":scope > tbody > tr > th").Select(cell => cell.TextContent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Html_CountyManager_SeesUnknownAndOutsideApart()
    {
        var document = Composed.Parse((await Composed.MailAsync("E10000012")).Html);
        var rows = document.QuerySelectorAll("table").First(table => table.QuerySelector(":scope > caption") is not null).QuerySelectorAll(":scope > tbody > tr").ToList();
        Assert.Equal(15, rows.Count);
        Assert.Equal(["No usable postcode", "Living outside Essex", "Essex"], rows.TakeLast(3).Select(row => row.Children[1].TextContent));
        Assert.All(rows.TakeLast(3), row => Assert.Empty(row.Children[0].TextContent));
    }
}
