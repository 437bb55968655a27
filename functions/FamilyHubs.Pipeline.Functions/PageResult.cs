using System.Net.Mime;
using FamilyHubs.Pipeline.Publishing;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>A page, or the sentence that stands in its place, with the headers that every page has.</summary>
internal sealed class PageResult(ReportOpening opening) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        foreach (var (name, value) in PageHeaders.All)
        {
            response.Headers[name] = value;
        }

        response.StatusCode = OpeningStatus.Of(opening.State);
        response.ContentType = $"{(opening.State == OpeningState.Opened ? MediaTypeNames.Text.Html : MediaTypeNames.Text.Plain)}; charset=utf-8";
        return response.WriteAsync(opening.Body, context.HttpContext.RequestAborted);
    }
}
