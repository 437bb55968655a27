using FamilyHubs.Pipeline.Figures;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What mails and pages of a month say besides its figures: which run readers see, where it comes from, and Family Voice.</summary>
public sealed class MonthlyDocuments(ExtractLedger extracts, RunLedger runs, IBlobs blobs, ITables tables, SiteOptions site)
{
    private const string VoicePrefix = "returns/family-voice-";
    private const string VoiceEnding = ".md";
    private const int MostVoiceBytes = 64 * 1024;

    private readonly FigureStore _figures = new(tables, TableNames.KpiMonthly);

    /// <summary>The run of a month that readers see; null before the first.</summary>
    public async Task<RunEntry?> PublishedAsync(string area, Month month, CancellationToken cancel) =>
        await _figures.PublishedRunAsync(area, month.ToString(), cancel) is { } run ? await runs.FindAsync(area, run, cancel) : null;

    /// <summary>Months that have a published run, in order.</summary>
    public async Task<IReadOnlyList<Month>> MonthsAsync(string area, CancellationToken cancel) =>
        [.. (await _figures.PeriodsAsync(area, cancel)).Select(Month.Parse)];

    /// <exception cref="InvalidDataException">The run's extract is not in the ledger.</exception>
    public Task<ReportFacts> FactsAsync(Profile profile, RunEntry run, CancellationToken cancel)
    {
        var month = Month.Parse(run.Period);
        var next = DateOnly.FromDateTime(London.WallClock(profile.Schedules.ToCalendar().DueAt(month.Next)));
        return ReportSources.OfAsync(extracts, run, month.Last, site.MonthlyPage(run.Area, run.Period), next, cancel);
    }

    /// <summary>
    /// Families' own words (calculations.md 10): the last <c>returns/family-voice-….md</c> by name whose name does not begin with a later month;
    /// null for none. It stays in <c>landing</c>, since nothing is computed from it.
    /// </summary>
    public async Task<string?> FamilyVoiceAsync(string area, Month month, CancellationToken cancel)
    {
        string? newest = null;
        var prefix = $"{area}/{VoicePrefix}";
        await foreach (var blob in blobs.ListAsync(Containers.Landing, prefix, cancel))
        {
            var rest = blob.Name[prefix.Length..];
            var isLater = rest.Length >= 7 && Month.TryParse(rest[..7], out var named) && named > month;
            newest = blob.Name.EndsWith(VoiceEnding, StringComparison.Ordinal) && !isLater ? blob.Name : newest;
        }

        return newest is null ? null : await ReadAsync(newest, cancel);
    }

    private async Task<string> ReadAsync(string name, CancellationToken cancel)
    {
        await using var content = await blobs.OpenReadAsync(Containers.Landing, name, ifMatch: null, cancel);
        var bytes = new byte[MostVoiceBytes];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return System.Text.Encoding.UTF8.GetString(bytes, 0, read);
    }
}
