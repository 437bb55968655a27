using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Cli.Demo;

/// <summary>
/// The months of the demonstration: figures and snapshot of each month since March, as a service that has just begun back-fills them, so that
/// there is a trend; of the last one the mails and the pages of the county's and each district's manager.
/// </summary>
internal sealed class DemoMonths(Terminal terminal, string folder, Workspace workspace, Profile profile)
{
    private static readonly Month First = new(2019, 3);
    private static readonly Month Last = new(2019, 5);

    /// <summary>Exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        foreach (var month in Month.Range(First, Last))
        {
            var outcome = await workspace.Get<ProduceMonthlyFigures>().RunAsync(profile, month, new MonthlyRequest(), cancel);
            if (outcome is not { Report: { } report, Run: { } run })
            {
                terminal.Bad(outcome.Refusal!);
                return CommandLine.Refused;
            }

            terminal.Good($"{month}: {report.Kpis.Count(k => k is { Level: "area", Period: "month" }):N0} indicators of the area; {run.Figures:N0} figures as run {run.Id}");
            var code = await SnapshotOutput.PublishAsync(terminal, workspace, profile, run, cancel);
            if (code != CommandLine.Done)
            {
                return code;
            }

            if (month == Last)
            {
                await SavePagesAsync(run, cancel);
            }
        }

        var mailed = await MailsOutput.SendAsync(terminal, workspace, profile, Last, resend: false, cancel);
        await BlobFolder.SaveAsync(workspace.Get<IBlobs>(), Containers.Snapshots, $"{profile.Area}/", Path.Combine(folder, "snapshots"), cancel);
        return mailed;
    }

    private async Task SavePagesAsync(Ledger.RunEntry run, CancellationToken cancel)
    {
        var pages = Directory.CreateDirectory(Path.Combine(folder, "pages")).FullName;
        foreach (var code in profile.CodesOfPages())
        {
            if (await workspace.Get<RenderMonthlyPage>().RunAsync(profile, run, "Demo", new AccessGrant([code], SeesChildren: true, SeesPractitioners: true), cancel) is { } html)
            {
                await File.WriteAllTextAsync(Path.Combine(pages, $"{Last}-{code}.html"), html, cancel);
            }
        }

        await BlobFolder.SaveAsync(workspace.Get<IBlobs>(), Containers.Reports, $"{MonthlyReportArchive.Folder(profile.Area, run.Period, run.Id)}/", Path.Combine(folder, "reports"), cancel);
    }
}
