using FamilyHubs.Pipeline.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
await using var machine = await builder.UseLocalMachineAsync();
builder.AddPipelineServices();
await builder.Build().RunAsync();
