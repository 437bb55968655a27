using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace FamilyHubs.Pipeline.StandInTests.Worker.Host;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("%Weekly%", "0 0 6 * * 1")]
    [InlineData("landing/%Area:Name%/{name}", "landing/essex/{name}")]
    [InlineData("landing/%Area__Name%/{name}", "landing/essex/{name}")]
    [InlineData("0 0 6 * * 1", "0 0 6 * * 1")]
    public void Resolve_References_TakesSettings(string text, string expected)
    {
        var settings = new AppSettings(Configuration(("Weekly", "0 0 6 * * 1"), ("Area:Name", "essex")));

        Assert.Equal(expected, settings.Resolve(text, "F"));
    }

    [Theory]
    [InlineData("FamilyHubs.Pipeline.Functions", null, "familyhubs-pipeline-functions")]
    [InlineData("FamilyHubs.Pipeline.Functions", "my-host", "my-host")]
    [InlineData("An.Application.With.A.Name.Of.Many.Words", null, "an-application-with-a-name-of-man")]
    [InlineData("An.Application.With.A.Name.Ofx.Many.Words", null, "an-application-with-a-name-ofx-m")]
    public void HostId_NameOrSetting_IsAtMost32(string application, string? setting, string expected)
    {
        var identity = new HostIdentity(Configuration(("AzureFunctionsWebHost:hostid", setting)), new FakeEnvironment(application));

        Assert.Equal(expected[..Math.Min(32, expected.Length)], identity.Id);
    }

    [Theory]
    [InlineData(null, null, 7071)]
    [InlineData(null, "7072", 7072)]
    [InlineData("0", "7072", 0)]
    public void Port_CommandLineThenEnvironment_IsTaken(string? argument, string? variable, int expected) =>
        Assert.Equal(expected, ListenAddress.Port(Configuration(("port", argument), ("FUNCTIONS_HTTP_PORT", variable))));

    [Theory]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("http")]
    public void Port_OutOfRange_Throws(string port) =>
        Assert.Throws<HostStartException>(() => ListenAddress.Port(Configuration(("port", port))));

    [Fact]
    public void LocalSettings_ValuesAndPort_BecomeSettings()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            Path.Combine(folder.Path, "local.settings.json"),
            """{ "IsEncrypted": false, /* as Core Tools */ "Values": { "Lake__blobServiceUri": "x", "Weekly": "0 0 6 * * 1" }, "Host": { "LocalHttpPort": 7073 } }""");

        var settings = LocalSettings.Read(folder.Path);

        Assert.Equal("x", settings["Lake:blobServiceUri"]);
        Assert.Equal("0 0 6 * * 1", settings["Weekly"]);
        Assert.Equal("7073", settings["LocalHttpPort"]);
    }

    [Theory]
    [InlineData("""{ "IsEncrypted": true, "Values": {} }""", "encrypted")]
    [InlineData("""{ "Values": [] }""", "object 'Values'")]
    [InlineData("{", "object 'Values'")]
    public void LocalSettings_Unreadable_SaysWhy(string content, string expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "local.settings.json"), content);

        Assert.Contains(expected, Assert.Throws<HostStartException>(() => LocalSettings.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fixed", 1, "00:00:10")]
    [InlineData("fixed", 3, null)]
    [InlineData("endless", 1000, "00:00:10")]
    [InlineData("doubling", 1, "00:00:04")]
    [InlineData("doubling", 2, "00:00:08")]
    [InlineData("doubling", 3, "00:00:10")]
    [InlineData("none", 1, null)]
    public void RetryDelay_Policy_GivesDelayOrEnd(string policy, int retry, string? expected)
    {
        RetryAttribute? attribute = policy switch
        {
            "fixed" => new FixedDelayRetryAttribute(2, "00:00:10"),
            "endless" => new FixedDelayRetryAttribute(-1, "00:00:10"),
            "doubling" => new ExponentialBackoffRetryAttribute(5, "00:00:04", "00:00:10"),
            _ => null,
        };

        Assert.Equal(
            expected is null ? null : TimeSpan.Parse(expected, CultureInfo.InvariantCulture),
            RetryDelay.Before(attribute, retry));
    }

    private static IConfiguration Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Where(value => value.Value is not null).ToDictionary(value => value.Key, value => value.Value))
            .Build();

    private sealed class FakeEnvironment(string application) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = application;
        public string EnvironmentName { get; set; } = "Development";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("standins").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
