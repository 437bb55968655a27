using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.Azure.LocalMail;
using Testcontainers.Azurite;

namespace FamilyHubs.Pipeline.EndToEndTests.Support;

/// <summary>
/// An Azurite and a mail server that writes files: all that the product needs around it. Tests look into it with Azure's own clients,
/// not through the product. They fail, with its reason, when it cannot be started.
/// </summary>
public sealed class Store : IAsyncLifetime, IDisposable
{
    // 32 bytes, so that the keys of people do not come from a file of the working copy.
    private const string PersonKey = "ZW5kLXRvLWVuZC10ZXN0cy1oYXZlLW5vLXNlY3JldHM=";

    private readonly AzuriteContainer _azurite = new AzuriteBuilder("mcr.microsoft.com/azure-storage/azurite:3.35.0")
        .WithInMemoryPersistence().WithCommand("--skipApiVersionCheck").Build();
    private readonly TemporaryFolder _folder = new();
    private LocalMailServer? _mail;

    public string ConnectionString => _azurite.GetConnectionString();

    /// <summary>Folder with an .eml and a .json of each mail.</summary>
    public string MailFolder => _folder.Below("mails");

    internal LocalMailServer Mail => _mail!;

    /// <summary>Settings under which a command or a host works on this store.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Lake"] = ConnectionString,
        ["AzureWebJobsStorage"] = ConnectionString,
        ["PersonKey"] = PersonKey,
        ["Mail__ApiKey"] = "local",
        ["Mail__Host"] = Mail.Host.ToString(),
    };

    public BlobServiceClient Blobs => new(ConnectionString);

    public TableServiceClient Tables => new(ConnectionString);

    public async Task InitializeAsync()
    {
        await _azurite.StartAsync();
        _mail = await LocalMailServer.StartAsync(MailFolder, TimeProvider.System, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (_mail is not null)
        {
            await _mail.DisposeAsync();
        }

        await _azurite.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a command on this store.</summary>
    internal Task<CommandResult> RunAsync(params string[] args) => RunWithAsync(new Dictionary<string, string>(), args);

    /// <summary>Runs a command on this store with more settings.</summary>
    internal async Task<CommandResult> RunWithAsync(IReadOnlyDictionary<string, string> more, params string[] args)
    {
        var settings = Settings.Concat(more).ToDictionary(StringComparer.Ordinal);
        var former = settings.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        foreach (var (name, value) in settings)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        try
        {
            return await Command.RunAsync(args);
        }
        finally
        {
            foreach (var (name, value) in former)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }

    /// <summary>Files of the mails that the mail server took, in order.</summary>
    public IReadOnlyList<string> Mails(string ending = ".json") =>
        [.. Directory.GetFiles(MailFolder, $"*{ending}").Order(StringComparer.Ordinal)];

    /// <summary>Gives an area of its own the definitions of Essex, by <c>config/{area}/profile.json</c>.</summary>
    public async Task AddAreaAsync(string area)
    {
        var profile = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "profiles", "essex.json")))!;
        profile["area"] = area;
        var container = Blobs.GetBlobContainerClient("config");
        await container.CreateIfNotExistsAsync();
        await container.UploadBlobAsync($"{area}/profile.json", BinaryData.FromString(profile.ToJsonString()));
    }

    /// <summary>All blobs of a container below a prefix, by name; none when the container is not there.</summary>
    public async Task<IReadOnlyList<StoredBlob>> ListAsync(string container, string prefix = "")
    {
        List<StoredBlob> found = [];
        var client = Blobs.GetBlobContainerClient(container);
        if (await client.ExistsAsync())
        {
            await foreach (var blob in client.GetBlobsAsync(traits: default, states: default, prefix: prefix, cancellationToken: default))
            {
                found.Add(new StoredBlob(container, blob.Name, blob.Properties.ETag.ToString()!));
            }
        }

        return found;
    }

    public async Task<byte[]> ReadAsync(StoredBlob blob)
    {
        var content = await Blobs.GetBlobContainerClient(blob.Container).GetBlobClient(blob.Name).DownloadContentAsync();
        return content.Value.Content.ToArray();
    }

    /// <summary>Copies the blobs below a prefix into a folder, without the prefix.</summary>
    public async Task SaveAsync(string container, string prefix, string folder)
    {
        foreach (var blob in await ListAsync(container, prefix))
        {
            var file = Path.Combine(folder, blob.Name[prefix.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, await ReadAsync(blob));
        }
    }
}
