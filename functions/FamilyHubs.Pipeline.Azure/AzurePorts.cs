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
        services.AddPersonKeys(configuration);
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

    private static void AddPersonKeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<PersonKeyOptions>, PersonKeyOptionsValidator>();
        services.AddOptions<PersonKeyOptions>().Configure(options =>
        {
            options.Key = configuration["PersonKey"];
            options.Version = configuration["PersonKeyVersion"] is { Length: > 0 } version ? version : PersonKeyOptions.DefaultVersion;
        }).ValidateOnStart();
        services.AddSingleton<IPersonKeySource>(provider => provider.GetRequiredService<IOptions<PersonKeyOptions>>().Value is { Key: { Length: > 0 } key } given
            ? new SettingPersonKeySource(key, given.Version)
            : new FilePersonKeySource(Path.Combine(LocalFolder.Path, "person-key")));
    }
}
