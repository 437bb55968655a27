using FamilyHubs.Pipeline.Azure.Blobs;
using FamilyHubs.Pipeline.Azure.LocalStorage;
using FamilyHubs.Pipeline.Azure.Mailing;
using FamilyHubs.Pipeline.Azure.Parquet;
using FamilyHubs.Pipeline.Azure.People;
using FamilyHubs.Pipeline.Azure.Settings;
using FamilyHubs.Pipeline.Azure.Tables;
using FamilyHubs.Pipeline.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FamilyHubs.Pipeline.Azure;

/// <summary>Registers the ports on Azure's services.</summary>
public static class AzurePorts
{
    private const string DefaultKeyVersion = "k1";

    /// <summary>
    /// Adds <see cref="IBlobs"/>, <see cref="ITables"/>, <see cref="IDownloadLinks"/>, <see cref="IMailer"/>, <see cref="IPersonKeySource"/> and <see cref="AzureStores"/>, configured by the
    /// settings <c>Lake</c>, <c>Mail__…</c>, <c>PersonKey</c> and <c>PersonKeyVersion</c>. A faulty setting is refused with a plain sentence when a
    /// host starts, or else when its port is first used.
    /// </summary>
    public static IServiceCollection AddAzurePorts(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddLake(configuration);
        services.AddMail(configuration);
        services.AddSingleton(provider => PersonKeys(configuration, provider.GetRequiredService<LakeAddress>()));
        return services;
    }

    private static void AddLake(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<LakeOptions>, LakeOptionsValidator>();
        services.AddOptions<LakeOptions>().Configure(options =>
        {
            options.Lake = configuration["Lake"] is { Length: > 0 } lake ? lake : configuration["Lake:blobServiceUri"];
            options.ClientId = configuration["Lake:clientId"];
        }).ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<LakeOptions>>().Value;
            return LakeAddress.Parse(options.Lake, options.ClientId);
        });
        services.AddSingleton(provider => provider.GetRequiredService<LakeAddress>().Blobs(StorageClientOptions.Blobs()));
        services.AddSingleton(provider => provider.GetRequiredService<LakeAddress>().Tables(StorageClientOptions.Tables()));
        services.AddSingleton<IBlobs, AzureBlobs>();
        services.AddSingleton<ITables, AzureTables>();
        services.AddSingleton<IDownloadLinks, UserDelegationLinks>();
        services.AddSingleton<IColumnFiles, ParquetColumnFiles>();
        services.AddSingleton<ICheckpointFiles, CheckpointFiles>();
        services.AddSingleton<AzureStores>();
    }

    private static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddOptions<MailOptions>()
            .Configure(options => options.Production = IsProduction(configuration))
            .Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        services.AddSingleton<IMailer, SendGridMailer>();
    }

    /// <summary>The environment that is named, else production exactly when the platform runs the app: a laptop is not production.</summary>
    private static bool IsProduction(IConfiguration configuration)
    {
        var named = configuration["AZURE_FUNCTIONS_ENVIRONMENT"] ?? configuration["DOTNET_ENVIRONMENT"];
        return named is null ? configuration["WEBSITE_SITE_NAME"] is not null : named.Equals("Production", StringComparison.OrdinalIgnoreCase);
    }

    private static IPersonKeySource PersonKeys(IConfiguration configuration, LakeAddress lake)
    {
        if (configuration["PersonKey"] is { Length: > 0 } key) return new SettingPersonKeySource(key, configuration["PersonKeyVersion"] ?? DefaultKeyVersion);
        return lake.IsLocal
            ? new FilePersonKeySource(Path.Combine(LocalFolder.Path, "person-key"))
            : throw new InvalidOperationException("The setting PersonKey is empty: give base64 of 32 random bytes, in Azure as a Key Vault reference. Without it no extract can be read.");
    }
}
