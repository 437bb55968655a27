using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.Azure.Settings;
using Testcontainers.Azurite;

namespace FamilyHubs.Pipeline.StorageTests;

/// <summary>One Azurite for all tests that need it. They fail, with its reason, when it cannot be started.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly AzuriteContainer _azurite = new AzuriteBuilder("mcr.microsoft.com/azure-storage/azurite:3.35.0")
        .WithInMemoryPersistence().WithCommand("--skipApiVersionCheck").Build();
    private int _names;

    public string ConnectionString => _azurite.GetConnectionString();

    public Task InitializeAsync() => _azurite.StartAsync();

    public Task DisposeAsync() => _azurite.DisposeAsync().AsTask();

    /// <summary>A container of the test's own.</summary>
    public async Task<string> NewContainerAsync()
    {
        var name = NewName("container-");
        await BlobService().CreateBlobContainerAsync(name);
        return name;
    }

    /// <summary>A table of the test's own.</summary>
    public async Task<string> NewTableAsync()
    {
        var name = NewName("Table");
        await TableService().CreateTableAsync(name);
        return name;
    }

    internal BlobServiceClient BlobService(LosingTransport? transport = null)
    {
        var options = StorageClientOptions.Blobs();
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        if (transport is not null) options.Transport = transport;
        return new BlobServiceClient(ConnectionString, options);
    }

    internal TableServiceClient TableService(LosingTransport? transport = null)
    {
        var options = StorageClientOptions.Tables();
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        if (transport is not null) options.Transport = transport;
        return new TableServiceClient(ConnectionString, options);
    }

    private string NewName(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{Interlocked.Increment(ref _names)}");
}
