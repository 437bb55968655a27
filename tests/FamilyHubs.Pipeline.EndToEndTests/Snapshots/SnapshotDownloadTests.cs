using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.Host;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Snapshots;

/// <summary>Snapshots as the function app serves them: to commissioners of the area, to nobody else, on no route (quality.md 3).</summary>
[Collection(SnapshotSamples.Name)]
public sealed class SnapshotDownloadTests(SnapshotCycle cycle)
{
    private const string Csv = "api/snapshots/essex/2019-03/r2/kpis.csv";

    private static readonly string[] Routes =
    [
        "api/snapshots/essex",
        "api/snapshots/essex/definitions",
        "api/snapshots/essex/2019-03",
        "api/snapshots/essex/2019-03/r1/manifest.json",
        "api/snapshots/essex/2019-03/r1/data-dictionary.html",
        Csv,
        "api/snapshots/essex/2019-03/r2/kpis.parquet",
    ];

    [Fact]
    public async Task Snapshots_OverHttp_AreOpenToTheCommissionerOfTheAreaOnly()
    {
        using var folder = new TemporaryFolder();
        await using (var open = await FunctionsHostProcess.StartAsync(cycle.Store, folder.Path))
        {
            // Without authentication before it, the app believes no header.
            foreach (var route in Routes)
            {
                await RefusedAsync(open, HttpStatusCode.Unauthorized, route);
                await RefusedAsync(open, HttpStatusCode.Unauthorized, route, SnapshotCycle.Commissioner, "commissioner", "informatics");
            }
        }

        await using var host = await FunctionsHostProcess.StartAsync(cycle.Store, folder.Path, platformSignsIn: true);
        foreach (var route in Routes)
        {
            await RefusedAsync(host, HttpStatusCode.Unauthorized, route);
            await RefusedAsync(host, HttpStatusCode.Forbidden, route, "stranger@example.org");
            await RefusedAsync(host, HttpStatusCode.Forbidden, route, "stranger@example.org", "commissioner");
            await RefusedAsync(host, HttpStatusCode.Forbidden, route, "manager@example.org");
            await RefusedAsync(host, HttpStatusCode.Forbidden, route, "manager@example.org", "manager", "teamlead");
            await RefusedAsync(host, HttpStatusCode.Forbidden, route, "norole@example.org");
            await RefusedAsync(host, HttpStatusCode.Forbidden, route, "lost@example.org");
            await RefusedAsync(host, HttpStatusCode.Forbidden, route.Replace("essex", "coventry", StringComparison.Ordinal), SnapshotCycle.Commissioner);
            using var answer = await host.GetAsync(route, SnapshotCycle.Commissioner);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length > 100, route);
        }

        foreach (var route in new[] { "api/snapshots/essex/2019-03/r3/kpis.csv", "api/snapshots/essex/2019-03/r2/latest.json", "api/snapshots/essex/2018-02", "api/snapshots/essex/2019-03/r2/..%2Flatest.json" })
        {
            await RefusedAsync(host, HttpStatusCode.NotFound, route, SnapshotCycle.Commissioner);
        }

        await CheckDownloadAsync(host);
        var records = await cycle.Store.ListAsync("audit", "essex/");
        Assert.True(records.Count >= (Routes.Length * 7) + 1, $"{records.Count} records");
    }

    private async Task CheckDownloadAsync(FunctionsHostProcess host)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(cycle.Revision(2), "kpis.csv"));
        using var whole = await SendAsync(host, Csv, _ => { });
        Assert.Equal(bytes, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal("text/csv", whole.Content.Headers.ContentType!.MediaType);
        Assert.Equal("essex-2019-03-r2-kpis.csv", whole.Content.Headers.ContentDisposition!.FileName);
        var tag = whole.Headers.ETag!;

        using var again = await SendAsync(host, Csv, request => request.Headers.IfNoneMatch.Add(tag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        using var part = await SendAsync(host, Csv, request => request.Headers.Range = new RangeHeaderValue(10, 29));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[10..30], await part.Content.ReadAsByteArrayAsync());

        using var beyond = await SendAsync(host, Csv, request => request.Headers.Range = new RangeHeaderValue(bytes.Length + 1, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);

        using var head = await SendAsync(host, Csv, request => request.Method = HttpMethod.Head);
        Assert.Equal(bytes.Length, head.Content.Headers.ContentLength);

        using var list = await SendAsync(host, "api/snapshots/essex/2019-03", request => request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json")));
        using var document = JsonDocument.Parse(await list.Content.ReadAsStringAsync());
        Assert.Equal(2, document.RootElement.GetProperty("latest").GetInt32());
        using var page = await SendAsync(host, "api/snapshots/essex/2019-03", request => request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html")));
        Assert.Contains("kpis.parquet", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(FunctionsHostProcess host, string path, Action<HttpRequestMessage> ask)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", PrincipalHeader.Of(SnapshotCycle.Commissioner));
        ask(request);
        return await host.Http.SendAsync(request);
    }

    private static async Task RefusedAsync(FunctionsHostProcess host, HttpStatusCode status, string path, string? email = null, params string[] roles)
    {
        using var answer = await host.GetAsync(path, email, roles);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{path} as {email} {string.Join(' ', roles)} is {answer.StatusCode}, not {status}: {body}");
        Assert.DoesNotContain("<", body, StringComparison.Ordinal);
    }
}
