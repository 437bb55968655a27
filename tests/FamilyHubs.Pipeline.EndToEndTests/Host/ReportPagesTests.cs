using System.Net;
using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.HandWritten;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Host;

/// <summary>
/// The pages as the function app serves them: to managers for their own catchment, to nobody else; a header is believed only where the
/// platform's authentication stands before the app (quality.md 3).
/// </summary>
public sealed class ReportPagesTests(Store store) : IClassFixture<Store>
{
    private const string Week = "api/reports/essex/weekly/2019-W13";
    private const string Colchester = "colchester@example.org";

    [Fact]
    public async Task Pages_OfAReport_AreOpenToTheOwnCatchmentOnly()
    {
        using var folder = new TemporaryFolder();
        await PublishAsync(folder);

        // Without authentication before it, the app believes no header.
        await using (var open = await FunctionsHostProcess.StartAsync(store, folder.Path))
        {
            await RefusedAsync(open, HttpStatusCode.Unauthorized, Week);
            await RefusedAsync(open, HttpStatusCode.Unauthorized, Week, Colchester, "manager");
            await RefusedAsync(open, HttpStatusCode.Unauthorized, "api/reports/essex", Colchester, "informatics");
        }

        Assert.Empty(await OpenedAsync());
        await using (var signedIn = await FunctionsHostProcess.StartAsync(store, folder.Path, platformSignsIn: true))
        {
            await RefusedAsync(signedIn, HttpStatusCode.Unauthorized, Week);
            await RefusedAsync(signedIn, HttpStatusCode.Forbidden, Week, "stranger@example.org");
            await RefusedAsync(signedIn, HttpStatusCode.Forbidden, Week, "norole@example.org");
            await RefusedAsync(signedIn, HttpStatusCode.Forbidden, Week, "commissioner@example.org");
            await RefusedAsync(signedIn, HttpStatusCode.Forbidden, Week, "stranger@example.org", "manager");
            await RefusedAsync(signedIn, HttpStatusCode.Forbidden, Week + "?code=E07000076", Colchester);
            await RefusedAsync(signedIn, HttpStatusCode.Forbidden, Week + "?code=E10000012", Colchester, "manager");
            await RefusedAsync(signedIn, HttpStatusCode.Forbidden, "api/reports/coventry/weekly/2019-W13", Colchester);
            await RefusedAsync(signedIn, HttpStatusCode.NotFound, "api/reports/essex/weekly/2019-W01", Colchester);
            Assert.Empty(await OpenedAsync());

            using var page = await signedIn.GetAsync(Week, Colchester);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
            Assert.True(page.Headers.Contains("Content-Security-Policy"));
            var text = await page.Content.ReadAsStringAsync();
            Assert.Contains("Colchester", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Chelmsford", text, StringComparison.Ordinal);
            Assert.Equal("weekly 2019-W13 id-of-" + Colchester, Assert.Single(await OpenedAsync()));
        }

        await using var local = await FunctionsHostProcess.StartAsync(store, folder.Path, platformSignsIn: false, "--as", "manager:E07000076");
        using var tendring = await local.GetAsync(Week);
        Assert.Contains("Tendring", await tendring.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await RefusedAsync(local, HttpStatusCode.Forbidden, Week + "?code=E07000071");
    }

    private static async Task RefusedAsync(FunctionsHostProcess host, HttpStatusCode status, string path, string? email = null, params string[] roles)
    {
        using var answer = await host.GetAsync(path, email, roles);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{path} as {email} {string.Join(' ', roles)} is {answer.StatusCode}, not {status}: {body}");
        Assert.DoesNotContain("<", body, StringComparison.Ordinal);
    }

    private async Task PublishAsync(TemporaryFolder folder)
    {
        var input = folder.Below("in");
        await HandWrittenExtract.WriteAsync(input);
        await CsvFile.WriteAsync(
            input,
            "reference/recipients.csv",
            "Email,Name,Roles,AreaCodes,Reports",
            $"{Colchester},Colchester Manager,manager,E07000071,weekly",
            "commissioner@example.org,Commissioner,commissioner,E10000012,monthly",
            "norole@example.org,No Role,visitor,E07000071,weekly");
        (await store.RunAsync("ingest", input, "--area", "essex")).Ended(0);
        (await store.RunAsync("weekly", "--area", "essex", "--week", "2019-W13")).Ended(0);
    }

    /// <summary>The openings on record.</summary>
    private async Task<List<string>> OpenedAsync()
    {
        List<string> found = [];
        foreach (var blob in await store.ListAsync("audit"))
        {
            using var record = JsonDocument.Parse(await store.ReadAsync(blob));
            var root = record.RootElement;
            if (root.GetProperty("outcome").GetString() == "opened")
            {
                found.Add($"{root.GetProperty("page").GetString()} {root.GetProperty("period").GetString()} {root.GetProperty("readerId").GetString()}");
            }
        }

        return found;
    }
}
