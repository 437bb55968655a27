using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.Publishing.Health;
using FamilyHubs.Pipeline.UseCases.Quality;

namespace FamilyHubs.Pipeline.UseCases.Site;

/// <summary>The pages for operations: how an area stands, and the report of each batch.</summary>
public sealed class ShowHealth(LookAtHealth health, ExtractLedger extracts, ExtractQualityReports reports, HealthComposer composer)
{
    /// <summary>How the area stands.</summary>
    public async Task<ShownPage> StatusAsync(Visit visit, CancellationToken cancel) =>
        new(await composer.StatusAsync(await health.RunAsync(visit.Profile, cancel), visit.Profile, visit.Rights, cancel));

    /// <summary>What came in, or the report of one batch or file; null when there is none. Only a name that the ledger has leads to a blob.</summary>
    public async Task<ShownPage?> ExtractsAsync(Visit visit, CancellationToken cancel)
    {
        if (visit.Request.Period is not { } asked)
        {
            return new ShownPage(await composer.ExtractsAsync(await health.RunAsync(visit.Profile, cancel), visit.Profile, visit.Rights, cancel));
        }

        var known = (await extracts.ListAsync(visit.Area, cancel)).FirstOrDefault(entry => ReportAddresses.NameInPath(entry.Extract) == asked);
        return known is not null && await reports.FindAsync(visit.Area, known.Extract, cancel) is { } quality
            ? new ShownPage(await composer.ExtractAsync(quality, visit.Profile, visit.Rights, cancel), known.Extract)
            : null;
    }
}
