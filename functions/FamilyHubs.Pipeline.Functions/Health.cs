using FamilyHubs.Pipeline.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>Liveness: the app answers. Readiness (<c>/api/health/ready</c>): its stores do too.</summary>
public sealed class Health(CheckReadiness readiness)
{
    [Function(nameof(Health))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/{check?}")] HttpRequest request, string? check, CancellationToken cancel)
    {
        var version = typeof(Health).Assembly.GetName().Version?.ToString(3);
        if (check != "ready")
        {
            return new OkObjectResult(new { status = "alive", version });
        }

        var unready = await readiness.RunAsync(cancel);
        return new ObjectResult(new { status = unready.Count == 0 ? "ready" : "unready", version, unready })
        {
            StatusCode = unready.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
        };
    }
}
