using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>A page, a document, a link to a file, or the file itself: with its hash as ETag, so that a reader may ask whether it has it, or for a part.</summary>
internal sealed class SnapshotResult(SnapshotAnswer answer) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        await using var _ = answer;
        var http = context.HttpContext;
        foreach (var (name, value) in PageHeaders.All)
        {
            http.Response.Headers[name] = value;
        }

        if (answer.Link is { } link)
        {
            http.Response.Redirect(link.AbsoluteUri);
        }
        else if (answer.Content is { } content)
        {
            var tag = answer.Sha256 is { } hash ? new EntityTagHeaderValue($"\"{hash}\"") : null;
            await TypedResults.Stream(content, answer.ContentType, answer.FileName, lastModified: null, tag, enableRangeProcessing: true).ExecuteAsync(http);
        }
        else
        {
            http.Response.StatusCode = OpeningStatus.Of(answer.State);
            http.Response.ContentType = answer.ContentType;
            await http.Response.WriteAsync(answer.Text, http.RequestAborted);
        }
    }
}
