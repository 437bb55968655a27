using System.Diagnostics;
using System.Text;
using FamilyHubs.Pipeline.Azure.LocalStorage;
using FamilyHubs.Pipeline.Cli.Samples;
using FamilyHubs.Pipeline.Cli.Verbs;
using FamilyHubs.Pipeline.Extracts.Contracts;
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
/// ended is computed and mailed, as the Monday timer does. At the end come the months: those before as a back-fill, the last one mailed.
/// </summary>
internal sealed class DemoRun(Terminal terminal, int children, string folder, bool keep, string? lake)
{
    private const string Area = "essex";

    /// <summary>Where the function app listens on this machine.</summary>
    private const string Site = "http://127.0.0.1:7071/";

    private static readonly DateOnly From = new(2019, 5, 13);
    private static readonly DateOnly To = new(2019, 6, 3);

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
        code = Math.Max(code, await new DemoMonths(terminal, folder, workspace, profile).RunAsync(cancel));
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
        foreach (var part in new[] { "landing", "mails", "lake", "reports", "pages", "snapshots" })
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
        lake is null && Configured.Length == 0 ? new LocalStorageOptions { InMemory = true } : null,
        Site);

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
        foreach (var code in profile.CodesOfPages())
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
        text.Append("  tables        PriorityGroupWeekly, KpiMonthly, OutcomeMonthly, IndicatorMonthly, CaseloadMonthly, Extracts, Runs, Mailings, Recipients");
        terminal.Line(text.ToString());
        if (!keep && IsOwn(workspace.Lake))
        {
            terminal.Line("  The storage is gone with this command. Run it with --keep to look into the tables, and to open the pages behind the buttons of the mails.");
        }
    }

    private async Task WaitAsync(Workspace workspace, CancellationToken cancel)
    {
        terminal.Line($"""
            The storage runs until Ctrl+C. Connection string:
            {workspace.Lake}
            For the pages, in another terminal, as a commissioner (or manager:E07000071, or informatics:E10000012):
            Lake='{workspace.Lake}' dotnet run --project functions/FamilyHubs.Pipeline.Functions -- --as commissioner:E10000012
            and open {Site}api/reports/{Area}
            """);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        }
        catch (OperationCanceledException)
        {
            terminal.Line("Stopped.");
        }
    }

    private static bool IsOwn(string store) => store.Contains("devstoreaccount1", StringComparison.Ordinal);

    private void Step(string title) => terminal.Line($"== {title}");
}
