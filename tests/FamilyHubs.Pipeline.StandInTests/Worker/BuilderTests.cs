using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FamilyHubs.Pipeline.StandInTests.Worker;

public sealed class BuilderTests
{
    [Fact]
    public void CreateBuilder_Always_IsBothBuilders()
    {
        var builder = FunctionsApplication.CreateBuilder([]);

        Assert.IsType<IHostApplicationBuilder>(builder, exactMatch: false);
        Assert.Same(builder.Services, ((IFunctionsWorkerApplicationBuilder)builder).Services);
        Assert.NotNull(builder.Logging);
        Assert.NotNull(builder.Metrics);
        Assert.NotNull(builder.Properties);
        Assert.NotEmpty(builder.Environment.EnvironmentName);
    }

    [Fact]
    public void Services_Added_AreInTheBuiltHost()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(new Marker(7));

        using var host = builder.Build();

        Assert.Equal(7, host.Services.GetRequiredService<Marker>().Number);
    }

    [Fact]
    public void Configuration_CommandLine_IsRead()
    {
        var builder = FunctionsApplication.CreateBuilder(["--Area:Name", "essex"]);

        Assert.Equal("essex", builder.Configuration["Area:Name"]);
        Assert.Equal("essex", ((IHostApplicationBuilder)builder).Configuration.GetSection("Area")["Name"]);
    }

    [Fact]
    public void Build_Twice_Throws()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        using var host = builder.Build();

        Assert.Throws<InvalidOperationException>(() => builder.Build());
        Assert.Throws<InvalidOperationException>(() => builder.Use(next => next));
    }

    private sealed record Marker(int Number);
}
