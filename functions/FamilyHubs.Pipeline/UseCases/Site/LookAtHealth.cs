using System.Globalization;
using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Health;

namespace FamilyHubs.Pipeline.UseCases.Site;

/// <summary>How an area stands (quality.md 4). Reads ledgers only, and changes nothing.</summary>
public sealed class LookAtHealth(
    ExtractLedger extracts,
    AreaLease leases,
    RunLedger runs,
    MailingLedger mailings,
    DueWork due,
    ITables tables,
    TimeProvider time)
{
    private const int LastWeeks = 4;
    private const int LastMonths = 3;
    private const int LastDays = 7;

    private readonly FigureStore _weeks = new(tables, TableNames.PriorityGroupWeekly);
    private readonly FigureStore _months = new(tables, TableNames.KpiMonthly);

    public async Task<AreaHealth> RunAsync(Profile profile, CancellationToken cancel)
    {
        var area = profile.Area;
        var entries = await extracts.ListAsync(area, cancel);
        var isIngesting = await leases.IsTakenAsync(area, cancel);
        return new AreaHealth(
            FreshnessStatus.Of(area, entries, London.Now(time), isIngesting, profile.Extract.FreshnessHours),
            isIngesting,
            [.. entries.OrderByDescending(entry => entry.UpdatedAt).ThenByDescending(entry => entry.Extract, StringComparer.Ordinal)],
            [.. (await runs.ListAsync(area, cancel)).Reverse()],
            await MailsAsync(area, cancel),
            await due.ListAsync(profile, new CommittedExtracts(entries), cancel));
    }

    private async Task<IReadOnlyList<MailCount>> MailsAsync(string area, CancellationToken cancel)
    {
        var today = London.Today(time);
        List<(string Report, string Period)> reports =
        [
            .. (await _weeks.PeriodsAsync(area, cancel)).TakeLast(LastWeeks).Reverse().Select(week => (ProduceWeeklyReport.Kind, week)),
            .. (await _months.PeriodsAsync(area, cancel)).TakeLast(LastMonths).Reverse().Select(month => (ProduceMonthlyFigures.Kind, month)),
            .. Enumerable.Range(0, LastDays).Select(back => (CheckFreshness.Kind, today.AddDays(-back).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        ];
        List<MailCount> counts = [];
        foreach (var (report, period) in reports)
        {
            var mails = await mailings.ListAsync(area, report, period, cancel);
            if (mails.Count > 0)
            {
                counts.Add(MailCount.From(report, period, mails));
            }
        }

        return counts;
    }
}
