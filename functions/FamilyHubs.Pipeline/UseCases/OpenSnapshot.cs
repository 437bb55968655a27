using System.Text.Json;
using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Definitions;
using FamilyHubs.Pipeline.Publishing.Snapshots;
using FamilyHubs.Pipeline.UseCases.Site;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Opens snapshots for a commissioner: the months of an area, the revisions of a month, one file, and what the measures count. Each opening is on
/// record before anything is shown. What is not allowed is refused before it is said whether it exists; a file is one that the manifest names.
/// </summary>
public sealed partial class OpenSnapshot(
    AreaProfiles profiles,
    SnapshotAccess access,
    SiteAccess site,
    AuditTrail audit,
    SnapshotStore store,
    MonthlyMails packs,
    SnapshotPages pages,
    DefinitionHistory definitions,
    IDownloadLinks links,
    TimeProvider time,
    ILogger<OpenSnapshot> log)
{
    public const string DefinitionsPage = "definitions";

    private const string Html = "text/html; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";
    private const string Missing = "There is no such snapshot.";

    public async Task<SnapshotAnswer> RunAsync(SnapshotRequest request, Principal? principal, CancellationToken cancel)
    {
        if (principal is null)
        {
            Log.NotSignedIn(log);
            return SnapshotAnswer.Sentence(OpeningState.NotSignedIn, "Sign in to see snapshots.");
        }

        if (!(await profiles.AreasAsync(cancel)).Contains(request.Area, StringComparer.Ordinal))
        {
            return SnapshotAnswer.Sentence(OpeningState.NotFound, "There is no such area.");
        }

        var profile = await profiles.GetAsync(request.Area, cancel);
        if (!await access.IsAllowedAsync(profile, principal, cancel))
        {
            await RecordAsync(principal, profile, Page(request), Asked(request), run: null, "refused", cancel);
            Log.Forbidden(log, request.Area, principal.Id);
            return SnapshotAnswer.Sentence(OpeningState.Forbidden, "You may not see these snapshots. Ask business informatics if they should be yours.");
        }

        return request switch
        {
            { Month: null } => await MonthsAsync(request, profile, principal, cancel),
            { Month: DefinitionsPage, Revision: null } => await DefinitionsAsync(request, profile, principal, cancel),
            { Revision: null } or { File: not null } when Month.TryParse(request.Month, out _) => await OfMonthAsync(request, profile, principal, cancel),
            _ => SnapshotAnswer.Sentence(OpeningState.NotFound, Missing),
        };
    }

    private async Task<SnapshotAnswer> MonthsAsync(SnapshotRequest request, Profile profile, Principal principal, CancellationToken cancel)
    {
        var newest = await store.NewestAsync(profile.Area, cancel);
        await RecordAsync(principal, profile, Page(request), period: null, run: null, "opened", cancel);
        return request.WantsJson
            ? Document(new { profile.Area, Months = newest.Select(one => new { one.Month, one.Revision, one.Manifest, one.ManifestSha256 }) })
            : new SnapshotAnswer(OpeningState.Opened, Html, await pages.MonthsAsync(profile, newest, await site.DecideAsync(profile, principal, cancel), cancel));
    }

    private async Task<SnapshotAnswer> DefinitionsAsync(SnapshotRequest request, Profile profile, Principal principal, CancellationToken cancel)
    {
        var history = await definitions.ListAsync(profile.Area, cancel);
        await RecordAsync(principal, profile, DefinitionsPage, period: null, run: null, "opened", cancel);
        return request.WantsJson
            ? Document(new { profile.Area, profile.DefinitionVersion, Measures = DefinitionList.Of(profile), History = history })
            : new SnapshotAnswer(OpeningState.Opened, Html, await pages.DefinitionsAsync(profile, history, await site.DecideAsync(profile, principal, cancel), cancel));
    }

    private async Task<SnapshotAnswer> OfMonthAsync(SnapshotRequest request, Profile profile, Principal principal, CancellationToken cancel)
    {
        var (area, month) = (profile.Area, Month.Parse(request.Month!).ToString());
        if (await store.FindAsync(area, month, cancel) is not { } newest)
        {
            return SnapshotAnswer.Sentence(OpeningState.NotFound, Missing);
        }

        if (request.File is { } file)
        {
            return SnapshotNames.Revision(request.Revision!) is { } revision && await store.ManifestAsync(area, month, revision, cancel) is { } manifest
                ? await FileAsync(manifest, file, profile, principal, cancel)
                : SnapshotAnswer.Sentence(OpeningState.NotFound, Missing);
        }

        List<SnapshotManifest> revisions = [];
        for (var number = newest.Pointer.Revision; number >= 1; number--)
        {
            if (await store.ManifestAsync(area, month, number, cancel) is { } manifest)
            {
                revisions.Add(manifest);
            }
        }

        await RecordAsync(principal, profile, Page(request), month, newest.Pointer.Run, "opened", cancel);
        if (request.WantsJson)
        {
            return Document(new { area, month, latest = newest.Pointer.Revision, revisions });
        }

        var pack = await packs.FindPackAsync(profile, Month.Parse(month), cancel);
        return new SnapshotAnswer(OpeningState.Opened, Html, await pages.MonthAsync(profile, revisions, pack, await site.DecideAsync(profile, principal, cancel), cancel));
    }

    /// <summary>A file that the manifest names, or the manifest: no other name leads anywhere.</summary>
    private async Task<SnapshotAnswer> FileAsync(SnapshotManifest manifest, string name, Profile profile, Principal principal, CancellationToken cancel)
    {
        var listed = manifest.Files.FirstOrDefault(file => file.Name == name);
        if (listed is null && name != SnapshotManifest.FileName)
        {
            return SnapshotAnswer.Sentence(OpeningState.NotFound, Missing);
        }

        await RecordAsync(principal, profile, $"snapshots/{SnapshotNames.Folder(manifest.Revision)}/{name}", manifest.Month, manifest.Run, "opened", cancel);
        var isTable = listed?.Table is not null;
        var download = isTable ? $"{manifest.Area}-{manifest.Month}-{SnapshotNames.Folder(manifest.Revision)}-{name}" : null;
        var answer = new SnapshotAnswer(OpeningState.Opened, listed?.ContentType ?? Json, string.Empty) { FileName = download, Sha256 = listed?.Sha256 };
        return isTable && await links.CreateAsync(
            Containers.Snapshots, SnapshotNames.File(manifest.Area, manifest.Month, manifest.Revision, name), download!, cancel) is { } link
            ? answer with { Link = link }
            : answer with { Content = await store.OpenAsync(manifest.Area, manifest.Month, manifest.Revision, name, cancel) };
    }

    private Task RecordAsync(Principal principal, Profile profile, string page, string? period, string? run, string outcome, CancellationToken cancel) =>
        audit.AppendAsync(
            new AuditRecord(time.GetUtcNow(), principal.Id, principal.Email, profile.Area, page, period, [profile.Geography.Area.Code], run, outcome), cancel);

    /// <summary>The kind of page; of what a stranger asked for no more is kept than that.</summary>
    private static string Page(SnapshotRequest request) => request.Month == DefinitionsPage ? DefinitionsPage : request.File is null ? "snapshots" : "snapshots/file";

    private static string? Asked(SnapshotRequest request) => Month.TryParse(request.Month, out var month) ? month.ToString() : null;

    private static SnapshotAnswer Document(object document) => new(OpeningState.Opened, Json, JsonSerializer.Serialize(document, PipelineJson.Indented));

    private static partial class Log
    {
        [LoggerMessage(4011, LogLevel.Warning, "Snapshots were asked for without a sign-in that can be believed", EventName = "SnapshotWithoutSignIn")]
        public static partial void NotSignedIn(ILogger logger);

        [LoggerMessage(4012, LogLevel.Warning, "Snapshots of {Area} were refused to the reader {Reader}", EventName = "SnapshotForbidden")]
        public static partial void Forbidden(ILogger logger, string area, string reader);
    }
}
