using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>What commissioners download: the months of an area, a month, its files (<c>/{month}/r2/kpis.csv</c>), and <c>/definitions</c>. A page, or JSON for who asks for it.</summary>
public sealed class Snapshots(OpenSnapshot open, SignIn signIn)
{
    [Function(nameof(Snapshots))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "snapshots/{area}/{month?}/{revision?}/{file?}")] HttpRequest request,
        string area,
        string? month,
        string? revision,
        string? file,
        CancellationToken cancel) =>
        new SnapshotResult(await open.RunAsync(new SnapshotRequest(area, month, revision, file, request.WantsJson()), signIn.Of(request), cancel));
}
