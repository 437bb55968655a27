using FamilyHubs.Pipeline.Publishing.Components;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>Composes the sign-in page of a month: one file without script or remote resource.</summary>
public sealed class MonthlyPageComposer(ILoggerFactory loggers)
{
    /// <summary>Composes the page of a reader. Only what lies in the reader's catchment is on it, with the area beside it.</summary>
    /// <exception cref="ArgumentException">The reader's catchment has no known code.</exception>
    public async Task<string> ComposeAsync(MonthlyView view, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return await ComponentHtml.RenderAsync<ReportPage>(
            loggers, new Dictionary<string, object?> { [nameof(ReportPage.Document)] = MonthlyPageModel.Of(view), [nameof(ReportPage.Site)] = view.Reader.Site });
    }
}
