using System.Net;
using System.Text;
using System.Text.Json;
using FamilyHubs.Pipeline.EndToEndTests.HandWritten;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Host;

/// <summary>The function app by itself: files come into landing, figures and mails come out, with nobody at a keyboard.</summary>
public sealed class FunctionsHostTests(Store store) : IClassFixture<Store>
{
    private const string Weekly = "WeeklyPriorityGroupReport";

    [Fact]
    public async Task Host_FilesInLanding_AreIngestedAndTheWeeklyReportIsMailedOnce()
    {
        using var folder = new TemporaryFolder();
        await HandWrittenExtract.WriteAsync(folder.Below("in"));
        await CsvFile.WriteAsync(
            folder.Below("in"),
            "reference/recipients.csv",
            "Email,Name,Roles,AreaCodes,Reports",
            "colchester@example.org,Colchester Manager,manager,E07000071,weekly",
            "essex@example.org,Essex Manager,manager,E10000012,weekly");
        await using var host = await FunctionsHostProcess.StartAsync(store, folder.Path);

        using (var ready = await host.Http.GetAsync("api/health/ready"))
        {
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            using var body = JsonDocument.Parse(await ready.Content.ReadAsStringAsync());
            Assert.Equal("ready", body.RootElement.GetProperty("status").GetString());
        }

        // All at once, as senders do: the functions take turns.
        foreach (var file in Directory.GetFiles(folder.Below("in"), "*", SearchOption.AllDirectories).OrderBy(f => f.EndsWith("SRManifest.csv", StringComparison.Ordinal)))
        {
            await using var content = File.OpenRead(file);
            await store.Blobs.GetBlobContainerClient("landing")
                .UploadBlobAsync($"essex/{Path.GetRelativePath(folder.Below("in"), file).Replace('\\', '/')}", content);
        }

        await host.UntilAsync(async () => await DoneAsync() == 4, "reference files, batch and return are done");
        Assert.Empty(await store.ListAsync("landing"));

        await PokeAsync(host);
        await host.UntilAsync(() => Task.FromResult(Runs(host) == 1), "the report has run");
        Assert.Equal(2, store.Mails().Count);
        Assert.Equal(2, store.Mail.Requests);

        await PokeAsync(host);
        await host.UntilAsync(() => Task.FromResult(Runs(host) == 2), "the report has run again");
        Assert.Equal(2, store.Mail.Requests);

        var run = (await store.RunAsync("runs", "--area", "essex", "--json")).Ended(0).Json()[0];
        Assert.Equal("2019-W13|done", $"{run.GetProperty("period")}|{run.GetProperty("state")}");
        Assert.Equal(0, await host.StopAsync());
    }

    private static int Runs(FunctionsHostProcess host) => host.Log.Split($"Executed 'Functions.{Weekly}' (Succeeded").Length - 1;

    private static async Task PokeAsync(FunctionsHostProcess host)
    {
        using var input = new StringContent("""{"input":null}""", Encoding.UTF8, "application/json");
        using var answer = await host.Http.PostAsync($"admin/functions/{Weekly}", input);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private async Task<int> DoneAsync() => (await store.RunAsync("extracts", "--area", "essex", "--json")).Ended(0).Json().EnumerateArray()
        .Count(e => e.GetProperty("state").GetString() == "done");
}
