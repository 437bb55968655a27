using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing;

namespace FamilyHubs.Pipeline.Tests.Publishing.Weekly;

/// <summary>Names from outside stay names: the same nodes and attributes as with a plain name, one subject line, inert cells.</summary>
public sealed class NaughtyNamesTests
{
    private static readonly Lazy<Task<(string Mail, string Page, string[] Comments)>> Plain = new(async () =>
    {
        var mail = await MailAsync("Plain name");
        return (Nodes(mail.Html), Nodes(await PageAsync("Plain name")), Comments(mail.Html));
    });

    public static TheoryData<int> Positions => NaughtyStrings.Positions;

    [Fact]
    public void Strings_AllTogether_AreAtLeastThoseOfTheBigList() => Assert.True(NaughtyStrings.All.Count >= 515, $"{NaughtyStrings.All.Count} strings");

    [Theory]
    [MemberData(nameof(Positions))]
    public async Task Mail_NaughtyNames_HasTheNodesOfTheTemplateOneSubjectLineAndInertFiles(int position)
    {
        var (plain, mail) = (await Plain.Value, await MailAsync(NaughtyStrings.All[position]));
        Assert.Equal(plain.Mail, Nodes(mail.Html));
        Assert.Equal(plain.Comments, Comments(mail.Html));
        Assert.DoesNotContain(mail.Subject, character => char.IsControl(character));
        Assert.InRange(mail.Subject.Length, 20, 410);
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 10_000, 100_000);
        foreach (var file in mail.Attachments.Where(file => file.ContentId is null))
        {
            var text = Encoding.UTF8.GetString(file.Content.Span[3..]);
            Assert.DoesNotMatch("[\0-\u0009\u000B\u000C\u000E-\u001F]", text);
            Assert.All(Cells(text), cell => Assert.DoesNotMatch("^\\s*[=+@\uFF1D\uFF0B\uFF0D\uFF20]|^-(?![0-9]+$)", cell));
        }
    }

    [Theory]
    [MemberData(nameof(Positions))]
    public async Task Page_NaughtyNames_HasOnlyTheNodesOfTheTemplate(int position)
    {
        Assert.Equal((await Plain.Value).Page, Nodes(await PageAsync(NaughtyStrings.All[position])));
    }

    /// <summary>Cells of RFC 4180 text, as a spreadsheet has them.</summary>
    private static IEnumerable<string> Cells(string csv) =>
        Regex.Matches(csv, "(?:^|,|\r\n)(?:\"((?:[^\"]|\"\")*)\"|([^,\r\n]*))").Select(match => match.Groups[1].Success ? match.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : match.Groups[2].Value);

    private static async Task<MailContent> MailAsync(string name)
    {
        var (report, profile) = (await SampleWeeklyReport.Disclosed, await SampleWeeklyReport.Essex);
        return await Composed.ComposeAsync(
            Composed.Team,
            report with { Totals = [.. report.Totals.Select(row => row.Level == "team" ? row with { Name = name } : row)] },
            Renamed(profile, name),
            name);
    }

    private static async Task<string> PageAsync(string name)
    {
        var (report, profile) = (await SampleWeeklyReport.SignIn, await SampleWeeklyReport.Essex);
        return await Composed.PageAsync(
            Composed.Team,
            report with { Totals = [.. report.Totals.Select(row => row.Level == "team" ? row with { Name = name } : row)] },
            Renamed(profile, name),
            name);
    }

    private static Profile Renamed(Profile profile, string name) => profile with
    {
        Name = name,
        PriorityGroups = [.. profile.PriorityGroups.Select(group => group with { Name = name })],
        Geography = profile.Geography with { Area = profile.Geography.Area with { Name = name } },
    };

    /// <summary>Every element with the names of its attributes, in document order.</summary>
    private static string Nodes(string html) => string.Join('\n', Composed.Parse(html).All
        .Select(element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}"));

    private static string[] Comments(string html) => [.. Composed.Parse(html).Descendants<IComment>().Select(comment => comment.Data)];
}
