using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>
/// The weekly or monthly page behind a mail's link, for the reader's catchment; without a period the newest. <c>?code=</c> asks for one place of it.
/// For operations <c>status</c>, how the area stands, and <c>extracts</c>, the report of each batch.
/// </summary>
public sealed class Reports(OpenReport open, SignIn signIn)
{
    [Function(nameof(Reports))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports/{area}/{kind}/{period?}")] HttpRequest request,
        string area,
        string kind,
        string? period,
        CancellationToken cancel) =>
        new PageResult(await open.PageAsync(kind, new ReportRequest(area, period, request.Query["code"]), signIn.Of(request), cancel));
}
