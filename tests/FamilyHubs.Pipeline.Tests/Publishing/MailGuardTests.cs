using System.Text;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Publishing;

namespace FamilyHubs.Pipeline.Tests.Publishing;

public sealed class MailGuardTests
{
    [Fact]
    public void Check_PlainMail_MayGo() => Assert.Empty(MailGuard.Check(Mail()));

    [Theory]
    [InlineData("9990000018")]
    [InlineData("999 000 0018")]
    [InlineData("999-000-0026")]
    [InlineData("999\u00A0000\u00A00034")]
    [InlineData("(9990000042)")]
    public void Check_NhsNumberAnywhere_IsRefused(string number)
    {
        Assert.Equal("subject", Only(Mail() with { Subject = $"Report {number}" }).Part);
        Assert.Equal("text part", Only(Mail() with { Text = $"Report {number}." }).Part);
        Assert.Equal("HTML part", Only(Mail() with { Html = $"<p>{number}</p>" }).Part);
        Assert.Equal("HTML part", Only(Mail() with { Html = $"<td title=\"{number}\">x</td>" }).Part);
        Assert.Equal("attachment 1", Only(Mail() with { Attachments = [Csv($"a\r\n{number}\r\n")] }).Part);
        Assert.Equal("recipient name", Only(Mail() with { To = new MailAddress("to@example.org", number) }).Part);
    }

    [Theory]
    [InlineData("<p>99900000<b>18</b></p>")]
    [InlineData("<p>&#57;990000018</p>")]
    public void Check_NhsNumberInDisguise_IsRefused(string html) => Assert.Equal("HTML part", Only(Mail() with { Html = html }).Part);

    [Theory]
    [InlineData("9990000019")]
    [InlineData("19990000018")]
    [InlineData("20190401_0200")]
    [InlineData("1,284,903 17")]
    [InlineData("E07000071")]
    [InlineData("2019-03-31 2019")]
    public void Check_OtherNumbers_MayGo(string text) => Assert.Empty(MailGuard.Check(Mail() with { Text = text }));

    [Theory]
    [InlineData("CO1 1AA")]
    [InlineData("CM11AB")]
    [InlineData("co1 1aa")]
    [InlineData("SW1A\u00A01AA")]
    [InlineData("M1 1AE")]
    public void Check_Postcode_IsRefused(string postcode)
    {
        var refusal = Only(Mail() with { Text = $"Home: {postcode}." });
        Assert.Contains("postcode", refusal.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(postcode, refusal.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(MailGuard.Check(Mail() with { Html = $"<p>{postcode}</p>" }));
    }

    [Theory]
    [InlineData("2019-W13 1st of 12")]
    [InlineData("W13 2nd")]
    [InlineData("E07000071")]
    [InlineData("PG01 and PG02")]
    [InlineData("C6i 2018/19 Q4 12 children")]
    public void Check_TextsThatResemblePostcodes_MayGo(string text) => Assert.Empty(MailGuard.Check(Mail() with { Text = text }));

    [Theory]
    [InlineData("<script>1</script>")]
    [InlineData("<SCRIPT src=x>")]
    [InlineData("<p onclick=x>a</p>")]
    [InlineData("<a href=\"javascript:x\">a</a>")]
    [InlineData("<a href='java&#115;cript:x'>a</a>")]
    [InlineData("<iframe src=x></iframe>")]
    [InlineData("<form></form>")]
    [InlineData("<svg></svg>")]
    [InlineData("<img src=\"https://example.org/a.png\">")]
    [InlineData("<img alt='' src=//example.org/a.png>")]
    [InlineData("<img src=\"data:image/png;base64,AAAA\">")]
    [InlineData("<img src=\"cid:missing\">")]
    [InlineData("<td background=\"https://example.org/a.png\">")]
    [InlineData("<td style=\"background-image:url(https://example.org/a.png)\">")]
    public void Check_ActiveOrRemoteContent_IsRefused(string html) => Assert.Equal("HTML part", Only(Mail() with { Html = html }).Part);

    [Theory]
    [InlineData("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("<p>&lt;img src=https://example.org&gt; url(x) onclick=</p>")]
    [InlineData("<img src=\"cid:trend\" alt=\"\">")]
    public void Check_MarkupThatIsText_MayGo(string html) => Assert.Empty(MailGuard.Check(Mail() with
    {
        Html = html,
        Attachments = [new MailAttachment("trend.png", "image/png", new byte[] { 1 }, "trend")],
    }));

    [Theory]
    [InlineData("a\r\nBcc: b@example.org")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    public void Check_LineEndInAHeader_IsRefused(string header)
    {
        Assert.Contains("line end", Only(Mail() with { Subject = header }).Reason, StringComparison.Ordinal);
        Assert.Contains("line end", Only(Mail() with { To = new MailAddress("to@example.org", header) }).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"childList\":[]}")]
    [InlineData("PERSONID,age")]
    public void Check_ChildList_IsRefused(string text)
    {
        Assert.Contains("children", Only(Mail() with { Text = text }).Reason, StringComparison.Ordinal);
        Assert.Contains("children", Only(Mail() with { Attachments = [Csv(text)] }).Reason, StringComparison.Ordinal);
    }

    private static MailRefusal Only(Mail mail) => Assert.Single(MailGuard.Check(mail));

    private static MailAttachment Csv(string text) => new("a.csv", "text/csv; charset=utf-8", Encoding.UTF8.GetBytes(text));

    private static Mail Mail() => new(
        "weekly/2019-W13/a", "weekly", new MailAddress("from@example.org", "From"), null, new MailAddress("to@example.org", "To"),
        "Priority groups, Harlow, 2019-W13 (to 31 March): Low income up 3", "<p>Low income 1,204</p>", "Low income 1,204", []);
}
