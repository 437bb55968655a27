using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Components;
using FamilyHubs.Pipeline.Publishing.Definitions;
using FamilyHubs.Pipeline.Publishing.Monthly;
using FamilyHubs.Pipeline.Publishing.Site;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>Composes the pages that lead to the files.</summary>
public sealed class SnapshotPages(ILoggerFactory loggers)
{
    /// <summary>The months of an area.</summary>
    /// <param name="profile">Profile of the area.</param>
    /// <param name="newest">The newest revision of each month, in the order shown.</param>
    /// <param name="rights">What the reader may open.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<string> MonthsAsync(Profile profile, IReadOnlyList<SnapshotPointer> newest, SiteRights rights, CancellationToken cancel) => RenderAsync<SnapshotMonthsPage>(
        cancel,
        (nameof(SnapshotMonthsPage.Service), PlainText.Clean(profile.Name)),
        (nameof(SnapshotMonthsPage.Area), profile.Area),
        (nameof(SnapshotMonthsPage.Months), newest.Select(one => (one.Month, Name(one.Month), one.Revision)).ToList()),
        (nameof(SnapshotMonthsPage.Site), new SiteNavigation(profile.Area, rights, SitePage.Snapshots)));

    /// <summary>The revisions of a month with their files, what changed between them, and the commissioners' pack.</summary>
    /// <param name="profile">Profile of the area.</param>
    /// <param name="revisions">The newest first.</param>
    /// <param name="pack">What the mail to commissioners is made from; null when the figures behind it are gone.</param>
    /// <param name="rights">What the reader may open.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<string> MonthAsync(
        Profile profile, IReadOnlyList<SnapshotManifest> revisions, MonthlyMailView? pack, SiteRights rights, CancellationToken cancel) => RenderAsync<SnapshotMonthPage>(
        cancel,
        (nameof(SnapshotMonthPage.Service), PlainText.Clean(profile.Name)),
        (nameof(SnapshotMonthPage.Month), Name(revisions[0].Month)),
        (nameof(SnapshotMonthPage.Revisions), revisions),
        (nameof(SnapshotMonthPage.Pack), pack is null ? null : MonthlyPack.Of(pack)),
        (nameof(SnapshotMonthPage.Changes), SnapshotChangeList.Of(revisions[0], profile)),
        (nameof(SnapshotMonthPage.Site), new SiteNavigation(profile.Area, rights, SitePage.Snapshots, IsWithin: true)));

    /// <summary>What the measures count, and what changed of it.</summary>
    /// <param name="profile">Profile of the area.</param>
    /// <param name="history">The versions that figures were published with, oldest first.</param>
    /// <param name="rights">What the reader may open.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<string> DefinitionsAsync(Profile profile, IReadOnlyList<DefinitionVersion> history, SiteRights rights, CancellationToken cancel) =>
        RenderAsync<ReportPage>(
            cancel,
            (nameof(ReportPage.Document), DefinitionsDocument.Of(profile, history)),
            (nameof(ReportPage.Site), new SiteNavigation(profile.Area, rights, SitePage.Definitions)));

    private static string Name(string month) => Month.Parse(month).First.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private Task<string> RenderAsync<TPage>(CancellationToken cancel, params (string Name, object? Value)[] parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        cancel.ThrowIfCancellationRequested();
        return ComponentHtml.RenderAsync<TPage>(loggers, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
    }
}
