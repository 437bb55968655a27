using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>The overview of an area: what its newest figures say, and all that the reader may open.</summary>
public sealed class ReportsIndex(OpenReport open, SignIn signIn)
{
    [Function(nameof(ReportsIndex))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports/{area}")] HttpRequest request, string area, CancellationToken cancel) =>
        new PageResult(await open.IndexAsync(new ReportRequest(area), signIn.Of(request), cancel));
}
