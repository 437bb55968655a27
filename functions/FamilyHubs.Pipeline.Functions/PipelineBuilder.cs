using FamilyHubs.Pipeline.Azure;
using FamilyHubs.Pipeline.UseCases;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;

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

    public static void AddPipelineServices(this FunctionsApplicationBuilder builder) =>
        builder.Services.AddAzurePorts(builder.Configuration).AddPipeline(builder.Configuration).AddHostedStores();
}
