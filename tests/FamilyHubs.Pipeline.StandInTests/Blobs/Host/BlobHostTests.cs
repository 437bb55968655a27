using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.StandInTests.Support;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.StandInTests.Blobs.Host;

[Collection(AzuriteCollection.Name)]
public sealed class BlobHostTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Blob_New_RunsOnceWithNamesAndClient()
    {
        var landing = await LandingAsync("new");
        await using var host = await StartAsync("blob-new", "new", typeof(Manifest));

        await UploadAsync(landing, "essex/20260302_0200/SRManifest.csv", "one");
        await UploadAsync(landing, "essex/20260302_0200/SRPatient.csv", "other");
        await host.UntilAsync(() => host.Notes.Count == 1, Second);
        await CompletedAsync("blob-new", "Manifest", 1);
        await PollsAsync(host, 3);

        Assert.Equal("essex|20260302_0200|essex/20260302_0200/SRManifest.csv|one", Assert.Single(host.Notes.Items));
    }

    [Fact]
    public async Task Blob_SeenByAnEarlierHost_DoesNotRunAgain()
    {
        var landing = await LandingAsync("again");
        await UploadAsync(landing, "essex/1/SRManifest.csv", "one");
        await using (var first = await StartAsync("blob-again", "again", typeof(Manifest)))
        {
            await first.UntilAsync(() => first.Notes.Count == 1, Second);
            await CompletedAsync("blob-again", "Manifest", 1);
        }

        await using var second = await StartAsync("blob-again", "again", typeof(Manifest));
        await UploadAsync(landing, "essex/2/SRManifest.csv", "two");
        await second.UntilAsync(() => second.Notes.Count == 1, Second);
        await PollsAsync(second, 3);

        Assert.Equal("essex|2|essex/2/SRManifest.csv|two", Assert.Single(second.Notes.Items));
    }

    [Fact]
    public async Task Blob_Overwritten_RunsAgain()
    {
        var landing = await LandingAsync("over");
        await using var host = await StartAsync("blob-over", "over", typeof(Manifest));
        await UploadAsync(landing, "essex/1/SRManifest.csv", "one");
        await host.UntilAsync(() => host.Notes.Count == 1, Second);

        await UploadAsync(landing, "essex/1/SRManifest.csv", "two");
        await host.UntilAsync(() => host.Notes.Count == 2, Second);

        Assert.Equal("essex|1|essex/1/SRManifest.csv|two", host.Notes.Items[1]);
    }

    [Fact]
    public async Task Blob_FunctionAlwaysFails_IsPoisonAfterTheTries()
    {
        var landing = await LandingAsync("poison");
        await using var host = await StartAsync("blob-poison", "poison", typeof(Fails));

        await UploadAsync(landing, "in/bad.csv", "x");
        await host.UntilAsync(() => host.Log.Any(line => line.Contains("recorded as poison", StringComparison.Ordinal)), Second);
        await CompletedAsync("blob-poison", "Fails", 1);
        await PollsAsync(host, 3);

        Assert.Equal(5, host.Notes.Count);
        var container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("webjobs-blobtrigger-poison");
        var poison = new List<string>();
        await foreach (var item in container.GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = "Host.Functions.Fails/" }))
            poison.Add(item.Name);
        using var message = JsonDocument.Parse((await container.GetBlobClient(Assert.Single(poison)).DownloadContentAsync()).Value.Content);
        Assert.Equal(landing.Name, message.RootElement.GetProperty("ContainerName").GetString());
        Assert.Equal("in/bad.csv", message.RootElement.GetProperty("BlobName").GetString());
    }

    [Fact]
    public async Task Blob_FailsOnceWithThresholdTwo_SucceedsWithoutPoison()
    {
        var landing = await LandingAsync("once");
        await using var host = await StartAsync(
            "blob-once", "once", typeof(FailsOnce), ("AzureFunctionsJobHost:extensions:blobs:poisonBlobThreshold", "2"));

        await UploadAsync(landing, "in/late.csv", "content");
        await host.UntilAsync(() => host.Notes.Count == 2, Second);
        await CompletedAsync("blob-once", "FailsOnce", 1);

        Assert.Equal(["fails", "content"], host.Notes.Items);
        Assert.DoesNotContain(host.Log, line => line.Contains("recorded as poison", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Blobs_ParallelismOne_RunOneAfterTheOther()
    {
        var landing = await LandingAsync("gate");
        for (var i = 0; i < 4; i++)
            await UploadAsync(landing, $"in/{i}.csv", "x");
        await using var host = await StartAsync(
            "blob-gate", "gate", typeof(Overlaps), ("AzureFunctionsJobHost:extensions:blobs:maxDegreeOfParallelism", "1"));

        await host.UntilAsync(() => host.Notes.Count == 8, Second);

        Assert.Equal(["start", "end", "start", "end", "start", "end", "start", "end"], host.Notes.Items);
    }

    [Fact]
    public async Task Container_MadeLater_IsFound()
    {
        await using var host = await StartAsync("blob-later", "later", typeof(Manifest));
        await PollsAsync(host, 2);

        var landing = await LandingAsync("later");
        await UploadAsync(landing, "essex/1/SRManifest.csv", "one");
        await host.UntilAsync(() => host.Notes.Count == 1, Second);

        Assert.DoesNotContain(host.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Admin_BlobPath_RunsAgain()
    {
        var landing = await LandingAsync("admin");
        await UploadAsync(landing, "essex/1/SRManifest.csv", "one");
        await using var host = await StartAsync("blob-admin", "admin", typeof(Manifest));
        await host.UntilAsync(() => host.Notes.Count == 1, Second);
        using var client = host.Client();

        using var accepted = await client.PostAsync(
            new Uri("/admin/functions/Manifest", UriKind.Relative), JsonContent.Create(new { input = $"{landing.Name}/essex/1/SRManifest.csv" }));
        using var refused = await client.PostAsync(
            new Uri("/admin/functions/Manifest", UriKind.Relative), JsonContent.Create(new { input = "elsewhere/essex/1/SRManifest.csv" }));
        await host.UntilAsync(() => host.Notes.Count == 2);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.BadRequest), (accepted.StatusCode, refused.StatusCode));
        Assert.Equal(host.Notes.Items[0], host.Notes.Items[1]);
    }

    private async Task<BlobContainerClient> LandingAsync(string area)
    {
        var container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient($"landing-{area}");
        await container.CreateIfNotExistsAsync();
        return container;
    }

    private static async Task UploadAsync(BlobContainerClient container, string name, string content) =>
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true);

    private async Task<TestHost> StartAsync(string name, string area, Type function, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["Lake"] = azurite.ConnectionString,
            ["Container"] = $"landing-{area}",
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        return await TestHost.StartAsync([function], all, name: name);
    }

    /// <summary>Waits until receipts say that so many blobs are done.</summary>
    private async Task CompletedAsync(string host, string function, int count)
    {
        var container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("azure-webjobs-hosts");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Eventually.TrueAsync(
            async () =>
            {
                var completed = 0;
                await foreach (var item in container.GetBlobsAsync(
                    new Azure.Storage.Blobs.Models.GetBlobsOptions
                    {
                        Prefix = $"blobreceipts/{host}/Host.Functions.{function}/",
                        Traits = Azure.Storage.Blobs.Models.BlobTraits.Metadata,
                    },
                    patience.Token))
                {
                    completed += item.Metadata.ContainsKey("Completed") ? 1 : 0;
                }
                return completed == count;
            },
            patience.Token);
    }

    /// <summary>Lets the host look again: a blob that comes now is seen after those looks.</summary>
    private static async Task PollsAsync(TestHost host, int count)
    {
        for (var i = 0; i < count * 5; i++)
        {
            host.Clock.Advance(Second);
            await Task.Delay(10);
        }
    }

    public sealed class Manifest(Notes notes)
    {
        [Function("Manifest")]
        public async Task Run(
            [BlobTrigger("%Container%/{area}/{extract}/SRManifest.csv", Connection = "Lake", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
            string area, string extract, CancellationToken cancellationToken)
        {
            var content = await blob.DownloadContentAsync(cancellationToken);
            notes.Add($"{area}|{extract}|{blob.Name}|{content.Value.Content}");
        }
    }

    public sealed class Fails(Notes notes)
    {
        [Function("Fails")]
        public Task Run([BlobTrigger("%Container%/in/{name}.csv")] BlobClient blob)
        {
            notes.Add("fails");
            throw new InvalidOperationException("It failed.");
        }
    }

    public sealed class FailsOnce(Notes notes)
    {
        [Function("FailsOnce")]
        public async Task Run([BlobTrigger("%Container%/in/{name}.csv")] Stream blob, CancellationToken cancellationToken)
        {
            if (notes.Count == 0)
            {
                notes.Add("fails");
                throw new InvalidOperationException("It failed.");
            }
            using var reader = new StreamReader(blob, Encoding.UTF8);
            notes.Add(await reader.ReadToEndAsync(cancellationToken));
        }
    }

    public sealed class Overlaps(Notes notes)
    {
        [Function("Overlaps")]
        public async Task Run([BlobTrigger("%Container%/in/{name}.csv")] BlobClient blob)
        {
            notes.Add("start");
            await blob.ExistsAsync();
            notes.Add("end");
        }
    }
}
