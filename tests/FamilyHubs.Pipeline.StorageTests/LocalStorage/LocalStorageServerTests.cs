using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.Azure.LocalStorage;

namespace FamilyHubs.Pipeline.StorageTests.LocalStorage;

/// <summary>In the collection with the shared Azurite, so that a first installation by npm is waited for once.</summary>
[Collection(AzuriteTests.Name)]
public sealed class LocalStorageServerTests
{
    [Fact]
    public async Task Start_AfterAStop_StillHasTheData()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await StartAsync(folder))
        {
            Assert.True(first.IsOwner);
            var container = new BlobContainerClient(first.ConnectionString, "lake");
            await container.CreateAsync();
            await container.UploadBlobAsync("a", new BinaryData("kept"));
        }

        await using var second = await StartAsync(folder);

        var blob = new BlobClient(second.ConnectionString, "lake", "a");
        Assert.Equal("kept", (await blob.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task Start_FolderInUse_SharesIt()
    {
        using var folder = new TemporaryFolder();
        await using var owner = await StartAsync(folder);

        await using (var guest = await StartAsync(folder))
        {
            Assert.False(guest.IsOwner);
            Assert.Equal(owner.ConnectionString, guest.ConnectionString);
        }

        await new BlobContainerClient(owner.ConnectionString, "lake").CreateAsync();
    }

    [Fact]
    public async Task Start_ManyAtOnce_OneOwns()
    {
        using var folder = new TemporaryFolder();

        var servers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAsync(folder))));

        Assert.Single(servers, server => server.IsOwner);
        Assert.Single(servers.Select(server => server.ConnectionString).Distinct());
        foreach (var server in servers.OrderBy(server => server.IsOwner)) await server.DisposeAsync();
    }

    [Fact]
    public async Task Dispose_Owner_EndsTheProcessAndFreesThePort()
    {
        var process = await AzuriteProcess.StartAsync(AzuritePackage.Find(), AzuritePorts.Free, ["--inMemoryPersistence"], Environment.GetEnvironmentVariable("PATH"), default);
        var ports = process.Ports;
        Assert.True(await AzuriteProbe.AnswersAsync(ports, default));

        await process.DisposeAsync();

        Assert.False(await AzuriteProbe.AnswersAsync(ports, default));
        using var listener = new TcpListener(IPAddress.Loopback, ports.Blob);
        listener.Start();
    }

    [Fact]
    public async Task Start_PortTaken_NamesThePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var error = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteProcess.StartAsync(
            AzuritePackage.Find(), new AzuritePorts(port, 0, 0), ["--inMemoryPersistence"], Environment.GetEnvironmentVariable("PATH"), default));

        Assert.Contains($"port {port}: another program has it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NodeNotOnThePath_SaysWhatToInstall()
    {
        using var folder = new TemporaryFolder();
        var options = new LocalStorageOptions { Folder = folder.File("data"), SearchPath = folder.Path };

        var error = await Assert.ThrowsAsync<LocalStorageException>(() => LocalStorageServer.StartAsync(options, default));

        Assert.Contains("Install Node.js", error.Message, StringComparison.Ordinal);
        Assert.Contains("Lake", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AfterAFailure_CanBeTriedAgain()
    {
        using var folder = new TemporaryFolder();
        await Assert.ThrowsAsync<LocalStorageException>(() => LocalStorageServer.StartAsync(new LocalStorageOptions { Folder = folder.Path, SearchPath = "" }, default));

        await using var server = await StartAsync(folder);

        Assert.True(server.IsOwner);
    }

    [Fact]
    public async Task Install_NpmFails_SaysSoWithItsFirstLine()
    {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(root.File("tests/azurite"));
        await File.WriteAllTextAsync(root.File("tests/azurite/package-lock.json"), """{ "packages": { "node_modules/azurite": { "version": "3.35.0" } } }""");
        var npm = root.File(OperatingSystem.IsWindows() ? "npm.cmd" : "npm");
        await File.WriteAllTextAsync(npm, OperatingSystem.IsWindows() ? "@echo npm error no network 1>&2\r\n@exit 7\r\n" : "#!/bin/sh\necho 'npm error no network' >&2\nexit 7\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var error = await Assert.ThrowsAsync<AzuriteException>(() => new AzuritePackage(root.Path).InstallAsync(root.Path, default));

        Assert.Contains("exit code 7", error.Message, StringComparison.Ordinal);
        Assert.Contains("npm error no network", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://account.blob.core.windows.net")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=a2V5;EndpointSuffix=core.windows.net")]
    public async Task StartIfNeeded_LakeNamesAStore_StartsNothing(string lake) => Assert.Null(await LocalStorageServer.StartIfNeededAsync(lake, default));

    private static Task<LocalStorageServer> StartAsync(TemporaryFolder folder) =>
        LocalStorageServer.StartAsync(new LocalStorageOptions { Folder = folder.Path }, default);
}
