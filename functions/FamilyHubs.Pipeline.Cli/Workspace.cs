using FamilyHubs.Pipeline.Azure;
using FamilyHubs.Pipeline.Azure.LocalStorage;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>The product on the store that a command works on. Storage that this started is stopped with it.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    private const string MailFolder = "out/mails";

    private readonly LocalMachine _machine;
    private readonly ServiceProvider _services;

    private Workspace(LocalMachine machine, ServiceProvider services, string lake) => (_machine, _services, Lake) = (machine, services, lake);

    /// <summary>Connection string or address of the store.</summary>
    public string Lake { get; }

    /// <summary>Opens the store.</summary>
    /// <param name="lake">Connection string or address; null for the setting Lake, else local storage; <c>local</c> for local storage whatever is set.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="mailFolder">Where mails are written while no mail service is configured.</param>
    /// <param name="storage">Where the data of local storage is; null for the usual place.</param>
    /// <param name="site">Where the pages are while that is not configured; null for no links to them.</param>
    public static async Task<Workspace> OpenAsync(
        string? lake, CancellationToken cancel, string mailFolder = MailFolder, LocalStorageOptions? storage = null, string? site = null)
    {
        var usual = new Dictionary<string, string?>(StringComparer.Ordinal) { ["SiteAddress"] = site };
        var chosen = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (lake is not null)
        {
            chosen["Lake"] = lake == "local" ? string.Empty : lake;
        }

        var asked = new ConfigurationBuilder().AddInMemoryCollection(usual).AddEnvironmentVariables().AddInMemoryCollection(chosen).Build();
        var machine = await LocalMachine.StartAsync(asked, mailFolder, storage, TimeProvider.System, cancel);
        try
        {
            var configuration = new ConfigurationBuilder().AddConfiguration(asked).AddInMemoryCollection(machine.Settings).Build();
            var services = new ServiceCollection()
                .AddSingleton<IConfiguration>(configuration)
                .AddAzurePorts(configuration)
                .AddPipeline(configuration)
                .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
                .BuildServiceProvider();
            var workspace = new Workspace(machine, services, configuration["Lake"] ?? configuration["Lake:blobServiceUri"] ?? string.Empty);
            await workspace.Get<AzureStores>().EnsureStoresAsync(cancel);
            return workspace;
        }
        catch
        {
            await machine.DisposeAsync();
            throw;
        }
    }

    /// <summary>A use case or port.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The profile from a file, or the one in force for the area.</summary>
    /// <exception cref="InvalidDataException">It has errors.</exception>
    public async Task<Profile> ProfileAsync(string area, string? file, CancellationToken cancel) =>
        file is null ? await Get<AreaProfiles>().GetAsync(area, cancel) : await ReadProfileAsync(area, file, cancel);

    /// <summary>Reads a profile file.</summary>
    /// <exception cref="InvalidDataException">It has errors.</exception>
    public static async Task<Profile> ReadProfileAsync(string? area, string file, CancellationToken cancel)
    {
        var result = await ProfileLoader.LoadAsync(file, area, cancel);
        return result.Profile ?? throw new InvalidDataException(
            string.Join(Environment.NewLine, result.Errors.Select(e => $"{file}: {e.Path}: {e.Message} {e.Remedy}")));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _machine.DisposeAsync();
    }
}
