using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace FamilyHubs.Pipeline.StandInTests.Http;

public sealed class HttpTypesTests
{
    [Fact]
    public void HttpTrigger_MethodsAndRoute_AreKept()
    {
        var trigger = new HttpTriggerAttribute(AuthorizationLevel.Anonymous, "get", "post") { Route = "reports/{area}" };

        Assert.Equal(AuthorizationLevel.Anonymous, trigger.AuthLevel);
        Assert.Equal(["get", "post"], trigger.Methods!);
        Assert.Equal("reports/{area}", trigger.Route);
        Assert.IsType<TriggerBindingAttribute>(trigger, exactMatch: false);
    }

    [Fact]
    public void AuthorizationLevel_Numbers_AreTheHosts() =>
        Assert.Equal(
            [(AuthorizationLevel.Anonymous, 0), (AuthorizationLevel.User, 1), (AuthorizationLevel.Function, 2), (AuthorizationLevel.System, 3), (AuthorizationLevel.Admin, 4)],
            Enum.GetValues<AuthorizationLevel>().Select(level => (level, (int)level)));
}
