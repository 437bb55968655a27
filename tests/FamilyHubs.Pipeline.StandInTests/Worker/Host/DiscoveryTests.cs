using FamilyHubs.Pipeline.StandInTests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.StandInTests.Worker.Host;

public sealed class DiscoveryTests
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
    public void Build_FunctionThatCannotRun_SaysWhy(Type functions, string expected)
    {
        var error = Assert.ThrowsAny<InvalidOperationException>(() => TestHost.Build([functions]));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
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
