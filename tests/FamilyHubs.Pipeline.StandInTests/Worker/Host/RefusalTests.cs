using System.Globalization;
using FamilyHubs.Pipeline.StandInTests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.StandInTests.Worker.Host;

[Collection(AzuriteCollection.Name)]
public sealed class RefusalTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(typeof(TwoTriggers), "has 2 trigger parameters")]
    [InlineData(typeof(NoTrigger), "has 0 trigger parameters")]
    [InlineData(typeof(NotPublic), "must be public")]
    [InlineData(typeof(UnknownParameter), "'String area' has no source")]
    [InlineData(typeof(WrongTriggerType), "cannot be bound to 'String timer'")]
    [InlineData(typeof(SameName), "Two functions are called")]
    [InlineData(typeof(BadSchedule), "'0 6 * *' is no NCRONTAB schedule of six fields")]
    [InlineData(typeof(MissingSetting), "the setting %WeeklySchedule% has no value")]
    [InlineData(typeof(ReturnsText), "returns String; return IActionResult")]
    [InlineData(typeof(RetryOnHttp), "an httpTrigger takes no retry attribute")]
    [InlineData(typeof(BadBlobPath), "must be a container without braces")]
    [InlineData(typeof(MissingConnection), "The setting Landing is missing")]
    public async Task Start_FunctionThatCannotRun_SaysWhy(Type functions, string expected) =>
        Assert.Contains(expected, await TestHost.RefusalAsync([functions]), StringComparison.Ordinal);

    [Fact]
    public async Task Start_PortInUse_SaysSo()
    {
        await using var first = await TestHost.StartAsync([typeof(Quiet)]);
        using var client = first.Client();
        var port = client.BaseAddress!.Port.ToString(CultureInfo.InvariantCulture);

        Assert.Equal(
            $"Critical: Port {port} is in use; end the program that listens on it, or choose another with --port.",
            await TestHost.RefusalAsync([typeof(Quiet)], new() { ["port"] = port }));
    }

    [Fact]
    public async Task Start_PortIsNoNumber_SaysSo() =>
        Assert.Equal(
            "Critical: The port 'http' is not a number from 0 to 65535.", await TestHost.RefusalAsync([typeof(Quiet)], new() { ["port"] = "http" }));

    [Fact]
    public async Task Start_StorageDoesNotAnswer_SaysSo() =>
        Assert.StartsWith(
            "Critical: The storage at http://127.0.0.1:1 does not answer",
            await TestHost.RefusalAsync(
                [typeof(Monitored)],
                new() { ["AzureWebJobsStorage"] = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:1/a;" }),
            StringComparison.Ordinal);

    [Fact]
    public async Task Start_StorageRefuses_SaysSo()
    {
        var foreign = azurite.ConnectionString.Replace("AccountKey=E", "AccountKey=F", StringComparison.Ordinal);

        Assert.Contains(
            "refuses the host (status 403)", await TestHost.RefusalAsync([typeof(Monitored)], new() { ["AzureWebJobsStorage"] = foreign }), StringComparison.Ordinal);
    }

    public static class Quiet
    {
        [Function("Quiet")]
        public static Task Run([TimerTrigger("0 0 6 * * 1", UseMonitor = false)] TimerInfo timer) => Task.CompletedTask;
    }

    public static class Monitored
    {
        [Function("Monitored")]
        public static Task Run([TimerTrigger("0 0 6 * * 1")] TimerInfo timer) => Task.CompletedTask;
    }

    public static class TwoTriggers
    {
        [Function("TwoTriggers")]
        public static Task Run([TimerTrigger("0 0 6 * * 1")] TimerInfo one, [TimerTrigger("0 0 6 * * 1")] TimerInfo two) => Task.CompletedTask;
    }

    public static class NoTrigger
    {
        [Function("NoTrigger")]
        public static Task Run(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public static class NotPublic
    {
        [Function("NotPublic")]
        internal static Task Run([TimerTrigger("0 0 6 * * 1")] TimerInfo timer) => Task.CompletedTask;
    }

    public static class UnknownParameter
    {
        [Function("UnknownParameter")]
        public static Task Run([TimerTrigger("0 0 6 * * 1")] TimerInfo timer, string area) => Task.CompletedTask;
    }

    public static class WrongTriggerType
    {
        [Function("WrongTriggerType")]
        public static Task Run([TimerTrigger("0 0 6 * * 1")] string timer) => Task.CompletedTask;
    }

    public static class SameName
    {
        [Function("Weekly")]
        public static Task One([TimerTrigger("0 0 6 * * 1")] TimerInfo timer) => Task.CompletedTask;

        [Function("weekly")]
        public static Task Two([TimerTrigger("0 0 6 * * 1")] TimerInfo timer) => Task.CompletedTask;
    }

    public static class BadSchedule
    {
        [Function("BadSchedule")]
        public static Task Run([TimerTrigger("0 6 * *")] TimerInfo timer) => Task.CompletedTask;
    }

    public static class MissingSetting
    {
        [Function("MissingSetting")]
        public static Task Run([TimerTrigger("%WeeklySchedule%")] TimerInfo timer) => Task.CompletedTask;
    }

    public static class ReturnsText
    {
        [Function("ReturnsText")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => "";
    }

    public static class RetryOnHttp
    {
        [Function("RetryOnHttp")]
        [FixedDelayRetry(1, "00:00:01")]
        public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new OkResult();
    }

    public static class BadBlobPath
    {
        [Function("BadBlobPath")]
        public static Task Run([BlobTrigger("{container}/x.csv")] Stream blob) => Task.CompletedTask;
    }

    public static class MissingConnection
    {
        [Function("MissingConnection")]
        public static Task Run([BlobTrigger("landing/x.csv", Connection = "Landing")] Stream blob) => Task.CompletedTask;
    }
}
