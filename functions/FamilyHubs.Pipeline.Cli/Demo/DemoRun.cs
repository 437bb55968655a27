using System.Diagnostics;
using System.Text;
using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Azure.LocalStorage;
using FamilyHubs.Pipeline.Cli.Samples;
using FamilyHubs.Pipeline.Cli.Verbs;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Weekly;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Extensions.Configuration;

namespace FamilyHubs.Pipeline.Cli.Demo;

/// <summary>
/// The demonstration: four batches of sample extracts come in week by week; after each from the second on, the report of the week that
/// ended is computed and mailed, as the Monday timer does. At the end the figures of the month are made and mailed, and the snapshot for commissioners.
/// </summary>
internal sealed class DemoRun(Terminal terminal, int children, string folder, bool keep, string? lake)
{
    private const string Area = "essex";
    private const string StorageFolder = "storage";

    private static readonly DateOnly From = new(2019, 3, 11);
    private static readonly DateOnly To = new(2019, 4, 1);

    private static readonly Month Month = new(2019, 3);

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var profile = (await ProfileCatalog.Shipped.FindAsync(Area, cancel))!.Profile!;
        Prepare();
        Step("Sample extracts");
        await GenerateVerb.WriteAsync(terminal, new SampleOptions(Area, children, From, To, 1, Chaos: false, folder), profile, cancel);

        Step("Storage");
        await using var workspace = await OpenAsync(cancel);
        var plan = IngestPlan.Of(Path.Combine(folder, "landing", Area), ContractCatalog.Shipped);
        var runner = new IngestRunner(terminal, workspace, profile);
        Step("Ingest and weekly reports");
        var done = await IngestAsync(runner, plan with { Batches = [] });
        var code = CommandLine.Done;
        WeeklyOutcome? last = null;
        foreach (var batch in plan.Batches)
        {
            done &= await IngestAsync(runner, new IngestPlan([], [batch], []));
            if (new CommittedExtracts(await workspace.Get<ExtractLedger>().ListAsync(Area, cancel)).Newest is { } newest
                && batch != plan.Batches[0])
            {
                (last, code) = await ReportAsync(workspace, profile, CommittedExtracts.LastWeekOf(newest), cancel);
            }
        }

        Step("Monthly figures");
        code = Math.Max(code, await MonthAsync(workspace, profile, cancel));
        await SaveAsync(workspace, last, cancel);
        Step($"Done in {_watch.Elapsed.TotalSeconds:0} seconds");
        Tell(workspace);
        if (keep)
        {
            await WaitAsync(workspace, cancel);
        }

        return done ? code : CommandLine.Refused;

        async Task<bool> IngestAsync(IngestRunner ingest, IngestPlan part) =>
            (await ingest.RunAsync(part, force: false, cancel)).All(o => o.IsDone || o.AlreadyDone);
    }

    private static string Configured => new ConfigurationBuilder().AddEnvironmentVariables().Build()["Lake"] ?? string.Empty;

    /// <summary>Each demonstration begins anew; only what an earlier one wrote is taken away.</summary>
    private void Prepare()
    {
        foreach (var part in new[] { "landing", "mails", "lake", "reports", "pages", "snapshots", StorageFolder })
        {
            if (Directory.Exists(Path.Combine(folder, part)))
            {
                Directory.Delete(Path.Combine(folder, part), recursive: true);
            }
        }
    }

    private Task<Workspace> OpenAsync(CancellationToken cancel) => Workspace.OpenAsync(
        lake,
        cancel,
        Path.Combine(folder, "mails"),
        lake is null && Configured.Length == 0 ? new LocalStorageOptions { Folder = Path.Combine(folder, StorageFolder) } : null);

    private async Task<(WeeklyOutcome Outcome, int Code)> ReportAsync(Workspace workspace, Profile profile, IsoWeek week, CancellationToken cancel)
    {
        var outcome = await workspace.Get<ProduceWeeklyReport>().RunAsync(profile, week, new WeeklyRequest(), cancel);
        if (outcome.Report is null)
        {
            terminal.Bad(outcome.Refusal!);
            return (outcome, CommandLine.Refused);
        }

        var area = outcome.Report.Totals.First(t => t.Level == "area");
        terminal.Good($"{week}: {area.Memberships:N0} group memberships of {area.People:N0} people; {outcome.Run!.Figures:N0} figures as run {outcome.Run.Id}");
        return (outcome, await MailsOutput.SendAsync(terminal, workspace, profile, outcome, resend: false, cancel));
    }

    /// <summary>The figures of the month that ended, as the monthly timer makes them, and the pages of the county's and each district's manager.</summary>
    private async Task<int> MonthAsync(Workspace workspace, Profile profile, CancellationToken cancel)
    {
        var outcome = await workspace.Get<ProduceMonthlyFigures>().RunAsync(profile, Month, new MonthlyRequest(), cancel);
        if (outcome is not { Report: { } report, Run: { } run })
        {
            terminal.Bad(outcome.Refusal!);
            return CommandLine.Refused;
        }

        terminal.Good($"{Month}: {report.Kpis.Count(k => k is { Level: "area", Period: "month" }):N0} indicators of the area; {run.Figures:N0} figures as run {run.Id}");
        var pages = Directory.CreateDirectory(Path.Combine(folder, "pages")).FullName;
        foreach (var code in Codes(profile))
        {
            if (await workspace.Get<RenderMonthlyPage>().RunAsync(profile, run, "Demo", new AccessGrant([code], SeesChildren: true, SeesPractitioners: true), cancel) is { } html)
            {
                await File.WriteAllTextAsync(Path.Combine(pages, $"{Month}-{code}.html"), html, cancel);
            }
        }

        var published = await SnapshotOutput.PublishAsync(terminal, workspace, profile, run, cancel);
        var mailed = published == CommandLine.Done ? await MailsOutput.SendAsync(terminal, workspace, profile, Month, resend: false, cancel) : published;
        await BlobFolder.SaveAsync(workspace.Get<IBlobs>(), Containers.Snapshots, $"{Area}/", Path.Combine(folder, "snapshots"), cancel);
        await BlobFolder.SaveAsync(workspace.Get<IBlobs>(), Containers.Reports, $"{MonthlyReportArchive.Folder(Area, run.Period, run.Id)}/", Path.Combine(folder, "reports"), cancel);
        return mailed;
    }

    /// <summary>Codes of the county and its districts.</summary>
    private static IEnumerable<string> Codes(Profile profile) =>
        profile.Geography.Quadrants.SelectMany(q => q.Districts).Select(d => d.Code).Prepend(profile.Geography.Area.Code);

    /// <summary>Copies what a reader would want to open out of storage: the lake, and the documents of the last week.</summary>
    private async Task SaveAsync(Workspace workspace, WeeklyOutcome? last, CancellationToken cancel)
    {
        var blobs = workspace.Get<IBlobs>();
        await BlobFolder.SaveAsync(blobs, Containers.Lake, $"{Area}/", Path.Combine(folder, "lake"), cancel);
        if (last?.Run is { } run)
        {
            await BlobFolder.SaveAsync(blobs, Containers.Reports, $"{Area}/weekly/{run.Period}/{run.Id}/", Path.Combine(folder, "reports"), cancel);
            await SavePagesAsync(workspace, run.Period, cancel);
        }
    }

    /// <summary>The page behind the mail's link, as the county's and each district's manager would see it.</summary>
    private async Task SavePagesAsync(Workspace workspace, string week, CancellationToken cancel)
    {
        var profile = await workspace.ProfileAsync(Area, file: null, cancel);
        var pages = Directory.CreateDirectory(Path.Combine(folder, "pages")).FullName;
        foreach (var code in Codes(profile))
        {
            if (await workspace.Get<RenderWeeklyPage>().RunAsync(profile, week, new Reader("Demo", [code]), cancel) is { } html)
            {
                await File.WriteAllTextAsync(Path.Combine(pages, $"{week}-{code}.html"), html, cancel);
            }
        }
    }

    private void Tell(Workspace workspace)
    {
        var text = new StringBuilder();
        text.AppendLine($"  extracts      {Path.Combine(folder, "landing", Area)}");
        text.AppendLine($"  mails         {Path.Combine(folder, "mails")}   (.eml opens in a mail program)");
        text.AppendLine($"  report pages  {Path.Combine(folder, "pages")}   (one for the county and each district, of the week and of the month)");
        text.AppendLine($"  reports       {Path.Combine(folder, "reports", Area)}   (as kept: figures, mails, the national view as a file)");
        text.AppendLine($"  snapshot      {Path.Combine(folder, "snapshots", Area)}   (what commissioners download: Parquet, CSV, manifest, data dictionary)");
        text.AppendLine($"  lake          {Path.Combine(folder, "lake", Area)}   (Parquet with a Delta log)");
        text.Append($"  tables        PriorityGroupWeekly, KpiMonthly, OutcomeMonthly, IndicatorMonthly, CaseloadMonthly, Extracts, Runs, Mailings, Recipients in {Describe(workspace.Lake)}");
        terminal.Line(text.ToString());
        if (!keep)
        {
            terminal.Line("  Run it with --keep to look into the tables while the storage runs.");
        }
    }

    private async Task WaitAsync(Workspace workspace, CancellationToken cancel)
    {
        terminal.Line($"The storage runs until Ctrl+C. Connection string:\n{workspace.Lake}");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        }
        catch (OperationCanceledException)
        {
            terminal.Line("Stopped.");
        }
    }

    private string Describe(string store) => store.Contains("devstoreaccount1", StringComparison.Ordinal) ? Path.Combine(folder, StorageFolder) : "the configured store";

    private void Step(string title) => terminal.Line($"== {title}");
}
