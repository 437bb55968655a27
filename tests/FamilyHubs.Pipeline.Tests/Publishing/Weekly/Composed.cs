using System.Collections.Concurrent;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Publishing.Weekly;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyHubs.Pipeline.Tests.Publishing.Weekly;

/// <summary>Mails and pages of the sample report.</summary>
internal static class Composed
{
    public static readonly string Team = SampleWeeklyReport.TeamCode("Colchester Healthy Family Team 2");

    /// <summary>The readers of the service: district, quadrant, county, team, and some with several.</summary>
    public static TheoryData<string> Readers => ["E07000071", "MID", "E10000012", Team, "E07000071 E07000076", "E07000071 E07000076 E07000067 E07000070", $"MID {Team}"];

    private static readonly ConcurrentDictionary<string, Lazy<Task<MailContent>>> SampleMails = new(StringComparer.Ordinal);

    /// <summary>The mail of the sample report, composed once.</summary>
    public static Task<MailContent> MailAsync(string codes) => SampleMails.GetOrAdd(codes, key => new Lazy<Task<MailContent>>(() => ComposeAsync(key))).Value;

    public static async Task<MailContent> ComposeAsync(string codes, WeeklyReport? report = null, Profile? profile = null, string name = "Sam Manager")
    {
        report ??= await SampleWeeklyReport.Disclosed;
        return await new WeeklyMailComposer(NullLoggerFactory.Instance).ComposeAsync(
            report, profile ?? await SampleWeeklyReport.Essex, new Reader(name, codes.Split(' ')), SampleWeeklyReport.Facts, SampleWeeklyReport.History(report), CancellationToken.None);
    }

    public static async Task<string> PageAsync(string codes, WeeklyReport? report = null, Profile? profile = null, string name = "Sam Manager")
    {
        report ??= await SampleWeeklyReport.SignIn;
        profile ??= await SampleWeeklyReport.Essex;
        return await new WeeklyPageComposer(NullLoggerFactory.Instance).ComposeAsync(
            report, profile, new Reader(name, codes.Split(' ')), SampleWeeklyReport.Facts, SampleWeeklyReport.History(report), profile.Disclosure.Profiles[profile.Disclosure.Pages], CancellationToken.None);
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
