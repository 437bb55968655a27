using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Host.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>What Core Tools and the Functions host would set up around the worker: settings, logs, server, host services.</summary>
internal static class HostSetup
{
    internal static WebApplicationBuilder CreateWebBuilder(string[] args, string applicationName)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = applicationName,
            // The real host starts the worker in the folder of the built app.
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = System.Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT")
                ?? System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
                ?? Environments.Development,
        });
        builder.Configuration
            .AddInMemoryCollection(HostJson.LogLevels(AppContext.BaseDirectory))
            .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
            .AddJsonFile($"appsettings.{builder.Environment.EnvironmentName}.json", optional: true, reloadOnChange: false)
            .AddInMemoryCollection(LocalSettings.Read(AppContext.BaseDirectory))
            .AddEnvironmentVariables()
            .AddCommandLine(args);
        builder.Logging
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddConfiguration(builder.Configuration.GetSection("Logging"))
            .AddSimpleConsole(options =>
            {
                options.SingleLine = true;
                options.UseUtcTimestamp = true;
                options.TimestampFormat = "[yyyy-MM-dd'T'HH:mm:ss.fff'Z'] ";
            });
        var validate = builder.Environment.IsDevelopment();
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = validate);
        builder.WebHost.UseKestrelCore().ConfigureKestrel((context, kestrel) => ListenAddress.Configure(kestrel, context.Configuration));
        builder.Services.AddRouting();
        return builder;
    }

    internal static void AddHostServices(IServiceCollection services, IReadOnlyList<Type> functionTypes, FunctionPipeline pipeline)
    {
        services.AddSingleton(pipeline);
        services.AddSingleton(new FunctionTypes(functionTypes));
        services.AddSingleton(provider => new HostClock(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton<HostJson>();
        services.AddSingleton<HostIdentity>();
        services.AddSingleton<HostKeys>();
        services.AddSingleton<HostStorage>();
        services.AddSingleton<BlobGate>();
        services.AddSingleton<AppSettings>();
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<BackgroundRuns>();
    }
}
