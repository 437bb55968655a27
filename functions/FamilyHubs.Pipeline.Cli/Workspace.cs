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
    private readonly LocalStorageServer? _storage;
    private readonly ServiceProvider _services;

    private Workspace(LocalStorageServer? storage, ServiceProvider services) => (_storage, _services) = (storage, services);

    /// <summary>Opens the store.</summary>
    /// <param name="lake">Connection string or address; <c>local</c> or null for the setting Lake, else local storage.</param>
    /// <param name="settings">Settings that win over the environment's.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<Workspace> OpenAsync(string? lake, IReadOnlyDictionary<string, string?>? settings, CancellationToken cancel)
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var configured = lake switch
        {
            null => environment["Lake"],
            "local" => null,
            _ => lake,
        };
        var storage = await LocalStorageServer.StartIfNeededAsync(configured, cancel);
        try
        {
            var configuration = new ConfigurationBuilder()
                .AddEnvironmentVariables()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Lake"] = storage?.ConnectionString ?? configured })
                .AddInMemoryCollection(settings ?? new Dictionary<string, string?>())
                .Build();
            var services = new ServiceCollection()
                .AddSingleton<IConfiguration>(configuration)
                .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
                .AddAzurePorts(configuration)
                .AddPipeline(configuration)
                .BuildServiceProvider();
            var workspace = new Workspace(storage, services);
            await workspace.Get<AzureStores>().EnsureStoresAsync(cancel);
            return workspace;
        }
        catch
        {
            if (storage is not null)
            {
                await storage.DisposeAsync();
            }

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
        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }
    }
}
