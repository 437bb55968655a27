using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Telemetry;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Computes the figures of a month from the newest committed extract that covers it and publishes them (calculations.md 4-13). Doing it again
/// changes nothing: the same input is the same run.
/// </summary>
public sealed class ProduceMonthlyFigures(ExtractLedger extracts, RunLedger runs, LakeStore lake, PublishMonthlyFigures publish, TimeProvider time)
{
    public const string Kind = "monthly";

    public async Task<MonthlyOutcome> RunAsync(Profile profile, Month month, MonthlyRequest request, CancellationToken cancel)
    {
        using var work = PipelineActivity.Start("monthly-report", profile.Area, month.ToString());
        var basis = await ReportBasis.FindAsync(extracts, profile.Area, request.Extract, month.Last, month.ToString(), cancel);
        if (basis.Batch is not { } batch)
        {
            return MonthlyOutcome.Refused(basis.Refusal!);
        }

        var run = new RunEntry(
            profile.Area,
            RunIds.Of(Kind, profile.Area, month.ToString(), profile.DefinitionVersion, basis.Pins, comparedWith: null),
            Kind,
            month.ToString(),
            batch.Extract,
            profile.DefinitionVersion,
            RunState.Doing,
            time.GetUtcNow())
        {
            Pins = basis.Pins,
        };
        if (request.OnlyChanges && await runs.FindAsync(run.Area, run.Id, cancel) is { State: RunState.Done or RunState.Unchanged } before)
        {
            return new MonthlyOutcome(Report: null, before, Refusal: null);
        }

        var computation = await MonthlyReportBuilder.BuildAsync(
            profile,
            lake.Open(profile.Area, batch.Extract, basis.Pins),
            month,
            new MonthlyOptions(Practitioners: true, Families: true, [.. batch.Quality, .. IngestFindings.RowCounts(basis.Batches, profile.DataQuality)]),
            cancel);

        // A report from an older extract is a look into the past: it must not replace what readers see.
        if (request.Publish && basis.IsNewest)
        {
            run = await publish.RunAsync(profile, run, computation, request.OnlyChanges, cancel);
        }

        var asked = computation.Report with
        {
            Practitioners = request.Practitioners ? computation.Report.Practitioners : null,
            Families = request.Families ? computation.Report.Families : null,
        };
        return new MonthlyOutcome(asked, run, Refusal: null) { Details = computation.Details };
    }
}
