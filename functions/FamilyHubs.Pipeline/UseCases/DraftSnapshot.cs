using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Definitions;
using FamilyHubs.Pipeline.Publishing.Snapshots;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Makes the draft of a snapshot's next revision: the month's figures after disclosure control, checked together with every snapshot that readers
/// may have beside it, and the priority groups of the last week that ends in the month.
/// </summary>
public sealed class DraftSnapshot(
    SnapshotStore store, SnapshotDrafts drafts, RunLedger runs, WeeklyReportArchive weeks, LakeStore lake, ITables tables)
{
    private const int MonthsAfter = 12;

    private readonly FigureStore _weekly = new(tables, TableNames.PriorityGroupWeekly);

    /// <param name="profile">Profile of the area.</param>
    /// <param name="run">The month's published run.</param>
    /// <param name="report">Its report.</param>
    /// <param name="before">The newest revision; null before the first.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InvalidOperationException">The figures contradict each other or cannot be protected.</exception>
    public async Task<SnapshotDraft> RunAsync(Profile profile, RunEntry run, MonthlyReport report, SnapshotDraft? before, CancellationToken cancel)
    {
        var name = profile.Disclosure.Snapshot;
        var rule = profile.Disclosure.Profiles[name];
        var computed = report with { Practitioners = null, Families = null };
        var published = MonthlyDisclosure.Apply(computed, rule, profile, await EarlierAsync(profile.Area, Month.Parse(report.Month), before, cancel));
        var origin = new SnapshotOrigin(run.Area, run.Period, run.DefinitionVersion, run.Extract, run.Id, Whole(run.ComputedAt));
        var (week, weekOrigin) = before is not null ? (before.Week, before.WeekOrigin) : await WeekAsync(profile, run, rule, origin, cancel);
        return new SnapshotDraft(
            (before?.Revision ?? 0) + 1,
            origin,
            name,
            rule,
            new MonthlyPublication(computed, published),
            week,
            weekOrigin,
            DefinitionList.Of(profile),
            Places(profile, computed, week.Computed));
    }

    /// <summary>Whether a revision of these figures would say nothing new.</summary>
    public static bool IsSame(SnapshotDraft before, Profile profile, MonthlyReport report) =>
        before.Rule == profile.Disclosure.Snapshot
        && before.Disclosure == profile.Disclosure.Profiles[before.Rule]
        && before.Origin.DefinitionVersion == report.DefinitionVersion
        && before.Definitions.SequenceEqual(DefinitionList.Of(profile))
        && IsSame(before.Month.Computed, report);

    private static bool IsSame(MonthlyReport before, MonthlyReport now) =>
        before.Kpis.SequenceEqual(now.Kpis) && before.Outcomes.SequenceEqual(now.Outcomes) && before.Indicators.SequenceEqual(now.Indicators)
        && before.Caseload.SequenceEqual(now.Caseload) && before.National.SequenceEqual(now.National) && before.DataQuality.SequenceEqual(now.DataQuality);

    /// <summary>
    /// The revisions of the month, then the newest of the other months from April of the year before on that share periods with it: what an
    /// attacker puts together.
    /// </summary>
    private async Task<IReadOnlyList<MonthlyPublication>> EarlierAsync(string area, Month month, SnapshotDraft? before, CancellationToken cancel)
    {
        List<MonthlyPublication> earlier = before is null ? [] : [before.Month];
        for (var revision = (before?.Revision ?? 0) - 1; revision >= 1; revision--)
        {
            if (await drafts.FindAsync(area, month.ToString(), revision, cancel) is { } draft)
            {
                earlier.Add(draft.Month);
            }
        }

        var first = Month.Of(month.FinancialYear.Previous.First);
        foreach (var other in (await store.MonthsAsync(area, cancel)).Where(other => other != month && first <= other && other <= month.AddMonths(MonthsAfter)).OrderDescending())
        {
            if (await store.FindAsync(area, other.ToString(), cancel) is { } newest
                && await drafts.FindAsync(area, other.ToString(), newest.Pointer.Revision, cancel) is { } draft)
            {
                earlier.Add(draft.Month);
            }
        }

        return earlier;
    }

    /// <summary>The weekly report as it was mailed; where the week had none, computed from the lake as the month's run read it.</summary>
    private async Task<(WeeklyPublication Week, SnapshotOrigin Origin)> WeekAsync(
        Profile profile, RunEntry month, DisclosureRule rule, SnapshotOrigin origin, CancellationToken cancel)
    {
        var week = LastWeekOf(Month.Parse(month.Period));
        if (await _weekly.ReportedRunAsync(profile.Area, week.ToString(), cancel) is { } id
            && await runs.FindAsync(profile.Area, id, cancel) is { } run
            && await weeks.FindAsync(profile.Area, week.ToString(), id, cancel) is { } reported)
        {
            return (Publish(reported), new SnapshotOrigin(run.Area, month.Period, run.DefinitionVersion, run.Extract, run.Id, Whole(run.ComputedAt)));
        }

        var report = await WeeklyReportBuilder.BuildAsync(
            profile, lake.Open(profile.Area, month.Extract, month.Pins), week, previousWeek: null, new WeeklyOptions(ChildList: false, AllCombinations: false), cancel);
        return (Publish(report), origin);

        WeeklyPublication Publish(WeeklyReport whole)
        {
            var open = whole with { ChildList = null, Change = [] };
            return new WeeklyPublication(open, WeeklyDisclosure.Apply(open, rule, profile));
        }
    }

    private static IsoWeek LastWeekOf(Month month) => IsoWeek.Of(month.Last) is var week && week.Sunday > month.Last ? week.Previous : week;

    private static Dictionary<string, string> Places(Profile profile, MonthlyReport report, WeeklyReport week)
    {
        var geography = profile.Geography;
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { [SnapshotDraft.PlaceKey(Levels.Area, geography.Area.Code)] = geography.Area.Name };
        foreach (var quadrant in geography.Quadrants)
        {
            names[SnapshotDraft.PlaceKey(Levels.Quadrant, quadrant.Code)] = quadrant.Name;
            foreach (var district in quadrant.Districts)
            {
                names[SnapshotDraft.PlaceKey(Levels.District, district.Code)] = district.Name;
            }
        }

        foreach (var (level, code, name) in week.Totals.Select(row => (row.Level, row.Code, row.Name)).Concat(report.Kpis.Select(row => (row.Level, row.Code, row.Name))))
        {
            if (name is not null)
            {
                names.TryAdd(SnapshotDraft.PlaceKey(level, code), name);
            }
        }

        return names;
    }

    private static DateTime Whole(DateTimeOffset time) => new(time.UtcDateTime.Ticks - (time.UtcDateTime.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified);
}
