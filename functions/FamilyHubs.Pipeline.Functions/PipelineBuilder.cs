using FamilyHubs.Pipeline.Access;
using FamilyHubs.Pipeline.Azure;
using FamilyHubs.Pipeline.Azure.Settings;
using FamilyHubs.Pipeline.Telemetry;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>The wiring of the app: the ports on Azure's services, and the engine.</summary>
internal static class PipelineBuilder
{
    private const string MailFolder = "out/mails";

    /// <summary>Starts storage and a mail server on this machine where none is configured. In Azure both are, and nothing is started.</summary>
    public static async Task<LocalMachine> UseLocalMachineAsync(this FunctionsApplicationBuilder builder)
    {
        var machine = await LocalMachine.StartAsync(builder.Configuration, MailFolder, storage: null, TimeProvider.System, CancellationToken.None);
        builder.Configuration.AddInMemoryCollection(machine.Settings);
        return machine;
    }

    public static void AddPipelineServices(this FunctionsApplicationBuilder builder)
    {
        var settings = builder.Configuration;

        // Not run by the platform, and the data is on this machine too: a laptop that works on a real store signs nobody in.
        builder.Services.AddSingleton(services =>
            SignInOptions.Of(settings, isLocalHost: settings["WEBSITE_SITE_NAME"] is null && services.GetRequiredService<LakeAddress>().IsLocal));
        builder.Services.AddAzurePorts(settings).AddPipeline(settings).AddHostedStores();
        builder.Services.AddSingleton<MeasureLog>().AddHostedService<MeasuresEachMinute>();
    }
}
