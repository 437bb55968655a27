using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>Liveness: the app runs and answers.</summary>
public sealed class Health(IHostEnvironment environment)
{
    /// <summary>200 with the app's name and version.</summary>
    [Function(nameof(Health))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        new OkObjectResult(new
        {
            status = "alive",
            application = environment.ApplicationName,
            version = typeof(Health).Assembly.GetName().Version?.ToString(3),
        });
}
