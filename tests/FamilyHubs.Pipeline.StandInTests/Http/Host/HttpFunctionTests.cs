using System.Net;
using System.Net.Http.Json;
using FamilyHubs.Pipeline.StandInTests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace FamilyHubs.Pipeline.StandInTests.Http.Host;

public sealed class HttpFunctionTests
{
    [Fact]
    public async Task Get_ObjectResult_IsJsonInCamelCase()
    {
        await using var host = await TestHost.StartAsync([typeof(Functions)]);
        using var client = host.Client();

        var answer = await client.GetFromJsonAsync<Dictionary<string, string>>(new Uri("/api/areas/essex/2026-03-02", UriKind.Relative));

        Assert.Equal(new() { ["areaName"] = "essex", ["day"] = "2026-03-02" }, answer);
    }

    [Theory]
    [InlineData("GET", "/api/areas/essex/nonsense", HttpStatusCode.InternalServerError)]
    [InlineData("GET", "/api/numbers/12", HttpStatusCode.NoContent)]
    [InlineData("GET", "/api/numbers/twelve", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/numbers/12", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/areas/essex/2026-03-02", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/AnyMethod", HttpStatusCode.OK)]
    public async Task Request_RouteAndMethod_DecideTheAnswer(string method, string path, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync([typeof(Functions)]);
        using var client = host.Client();

        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Request_FunctionThrows_Is500WithoutDetailAndLogged()
    {
        await using var host = await TestHost.StartAsync([typeof(Functions)]);
        using var client = host.Client();

        using var answer = await client.GetAsync(new Uri("/api/Throws", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.Contains("X-Half"));
        Assert.Contains(host.Log, line => line.Contains("Executed 'Functions.Throws' (Failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RoutePrefix_Setting_ReplacesApi()
    {
        await using var host = await TestHost.StartAsync(
            [typeof(Functions)], new Dictionary<string, string?> { ["AzureFunctionsJobHost:extensions:http:routePrefix"] = "" });
        using var client = host.Client();

        using var answer = await client.GetAsync(new Uri("/numbers/1", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/Keyed", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/Keyed", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/api/Keyed", "function-key", HttpStatusCode.OK)]
    [InlineData("/api/Keyed", "master-key", HttpStatusCode.OK)]
    [InlineData("/api/Keyed?code=function-key", null, HttpStatusCode.OK)]
    [InlineData("/api/Guarded", "function-key", HttpStatusCode.Unauthorized)]
    [InlineData("/api/Guarded", "master-key", HttpStatusCode.OK)]
    [InlineData("/api/AnyMethod", null, HttpStatusCode.OK)]
    public async Task Keys_Set_AreAskedForByLevel(string path, string? header, HttpStatusCode expected)
    {
        var settings = new Dictionary<string, string?>
        {
            ["AzureFunctionsJobHost:functionKey"] = "function-key",
            ["AzureFunctionsJobHost:masterKey"] = "master-key",
        };
        await using var host = await TestHost.StartAsync([typeof(Functions)], settings);
        using var client = host.Client();
        if (header is not null)
            client.DefaultRequestHeaders.Add("x-functions-key", header);

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Keys_NotSet_AreNotAskedFor()
    {
        await using var host = await TestHost.StartAsync([typeof(Functions)]);
        using var client = host.Client();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/Guarded", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Middleware_AfterIntegration_SeesTheRequestAndMayAnswer()
    {
        await using var host = await TestHost.StartAsync([typeof(Functions)], configure: builder => builder.UseMiddleware(async (context, next) =>
        {
            var http = context.GetHttpContext()!;
            if (http.Request.Headers.ContainsKey("X-Refuse"))
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
            else
                await next();
        }));
        using var client = host.Client();
        using var refused = new HttpRequestMessage(HttpMethod.Get, "/api/Guarded") { Headers = { { "X-Refuse", "1" } } };

        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(refused)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/Guarded", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Admin_HttpFunction_IsRefused()
    {
        await using var host = await TestHost.StartAsync([typeof(Functions)]);
        using var client = host.Client();

        using var answer = await client.PostAsync(new Uri("/admin/functions/Guarded", UriKind.Relative), JsonContent.Create(new { input = (string?)null }));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    public static class Functions
    {
        [Function("Area")]
        public static IActionResult Area(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "areas/{area}/{day}")] HttpRequest request, string area, DateOnly day) =>
            new OkObjectResult(new { AreaName = area, Day = day });

        [Function("Number")]
        public static async Task<IActionResult> Number(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{number:int}")] HttpRequest request, int number, HttpContext context)
        {
            await Task.Yield();
            Assert.Same(context.Request, request);
            return number > 0 ? new NoContentResult() : new BadRequestResult();
        }

        [Function("AnyMethod")]
        public static async Task AnyMethod([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, CancellationToken cancellationToken) =>
            await request.HttpContext.Response.WriteAsync("written", cancellationToken);

        [Function("Throws")]
        public static IActionResult Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            request.HttpContext.Response.Headers["X-Half"] = "1";
            throw new InvalidOperationException("A secret of the inside.");
        }

        [Function("Keyed")]
        public static IActionResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => new OkResult();

        [Function("Guarded")]
        public static IActionResult Guarded([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) => new OkResult();
    }
}
