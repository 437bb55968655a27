using FamilyHubs.Pipeline.Azure.LocalMail;
using FamilyHubs.Pipeline.Azure.LocalStorage;
using FamilyHubs.Pipeline.Azure.Settings;
using Microsoft.Extensions.Configuration;

namespace FamilyHubs.Pipeline.Azure;

/// <summary>
/// What stands in for Azure on one machine: an Azurite where the setting <c>Lake</c> is empty, and, where the data is on this machine, a mail server that
/// writes mails to files unless a mail service is configured. What this started is stopped with it.
/// </summary>
public sealed class LocalMachine : IAsyncDisposable
{
    private readonly LocalStorageServer? _storage;
    private readonly LocalMailServer? _mail;

    private LocalMachine(LocalStorageServer? storage, LocalMailServer? mail, IReadOnlyDictionary<string, string?> settings) =>
        (_storage, _mail, Settings) = (storage, mail, settings);

    /// <summary>Settings that name what was started; empty when everything was configured.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <param name="configuration">Settings: <c>Lake</c>, <c>Mail__…</c>.</param>
    /// <param name="mailFolder">Folder for the mails, should a local mail server be needed.</param>
    /// <param name="storage">Where the data of a local storage is; null for the usual place.</param>
    /// <param name="time">Clock for the date of the mails.</param>
    /// <param name="cancel">Cancels the start.</param>
    /// <exception cref="LocalStorageException">Storage cannot be started; the message says what is missing.</exception>
    public static async Task<LocalMachine> StartAsync(
        IConfiguration configuration, string mailFolder, LocalStorageOptions? storage, TimeProvider time, CancellationToken cancel)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        var lake = configuration["Lake"] is { Length: > 0 } configured ? configured : configuration["Lake:blobServiceUri"];
        var server = storage is not null && string.IsNullOrEmpty(lake)
            ? await LocalStorageServer.StartAsync(storage, cancel).ConfigureAwait(false)
            : await LocalStorageServer.StartIfNeededAsync(lake, cancel).ConfigureAwait(false);
        if (server is not null)
        {
            settings["Lake"] = server.ConnectionString;
            if (string.IsNullOrEmpty(configuration["AzureWebJobsStorage"]))
            {
                settings["AzureWebJobsStorage"] = server.ConnectionString;
            }
        }

        LocalMailServer? mail = null;
        if ((server is not null || LakeAddress.IsOnThisMachine(lake)) && string.IsNullOrEmpty(configuration["Mail:ApiKey"]))
        {
            mail = await LocalMailServer.StartAsync(mailFolder, time, cancel).ConfigureAwait(false);
            settings["Mail:ApiKey"] = "local";
            settings["Mail:Host"] = mail.Host.ToString();
        }

        return new LocalMachine(server, mail, settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (_mail is not null)
        {
            await _mail.DisposeAsync().ConfigureAwait(false);
        }

        if (_storage is not null)
        {
            await _storage.DisposeAsync().ConfigureAwait(false);
        }
    }
}
