using System.Text;
using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Monthly;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Keeps what a run of a month looked like beside its report, in <c>reports/{area}/monthly/{month}/{run}/</c>: the page of the whole area without
/// the lists of families and practitioners, and the national view as a file.
/// </summary>
public sealed class MonthlyFiles(RenderMonthlyPage page, ListMonthlyRevisions revisions, IBlobs blobs)
{
    private const string Page = "page.html";

    /// <param name="profile">Profile of the area.</param>
    /// <param name="run">A published run.</param>
    /// <param name="computation">Its report.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task WriteAsync(Profile profile, RunEntry run, MonthlyComputation computation, CancellationToken cancel)
    {
        var grant = new AccessGrant([profile.Geography.Area.Code], SeesChildren: false);
        var changes = await revisions.RunAsync(profile.Area, Month.Parse(run.Period), cancel);
        var html = await page.ComposeAsync(profile, run, computation.Report, computation.Details, changes, profile.Name, grant, cancel);
        await WriteAsync(run, Page, Encoding.UTF8.GetBytes(html), cancel);
        await WriteAsync(run, NationalCsv.FileName, NationalCsv.Of(computation.Report, profile), cancel);
    }

    private async Task WriteAsync(RunEntry run, string name, byte[] content, CancellationToken cancel)
    {
        using var stream = new MemoryStream(content);
        await blobs.WriteAsync(Containers.Reports, $"{MonthlyReportArchive.Folder(run.Area, run.Period, run.Id)}/{name}", stream, WriteCondition.Always, cancel);
    }
}
