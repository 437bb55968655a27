using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>The page behind the mail's link, for the reader's catchment; without a week the newest. <c>?code=</c> asks for one place of it.</summary>
public sealed class Reports(OpenReport open, SignIn signIn)
{
    [Function(nameof(Reports))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports/{area}/weekly/{week?}")] HttpRequest request,
        string area,
        string? week,
        CancellationToken cancel) =>
        new PageResult(await open.WeeklyAsync(new ReportRequest(area, week, request.Query["code"]), signIn.Of(request), cancel));
}
