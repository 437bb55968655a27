using FamilyHubs.Deployment;

namespace FamilyHubs.Pipeline.Tests.Infrastructure.Hooks;

/// <summary>A hook's surroundings: recorded programs, a made-up azd environment, and a clock that does not make the test wait.</summary>
internal sealed class HookFixture
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal)
    {
        ["AZURE_ENV_NAME"] = "test",
        ["AZURE_SUBSCRIPTION_ID"] = "00000000-0000-0000-0000-000000000001",
        ["AZURE_TENANT_ID"] = "00000000-0000-0000-0000-000000000002",
        ["RESOURCE_GROUP"] = "rg-fhp-test",
        ["KEY_VAULT_NAME"] = "kvfhptest",
        ["FUNCTION_APP_NAME"] = "func-fhp-test",
        ["SITE_ADDRESS"] = "https://func-fhp-test.azurewebsites.net/",
        ["IDENTITY_PRINCIPAL_ID"] = "00000000-0000-0000-0000-000000000003",
        ["DATA_STORAGE_NAME"] = "stfhpdata",
        ["LAKE_ADDRESS"] = "https://stfhpdata.blob.core.windows.net/",
        ["EVENT_TOPIC_NAME"] = "evgt-fhp-test",
        ["DEAD_LETTER_ACCOUNT_ID"] = "/subscriptions/s/host",
        ["DEAD_LETTER_CONTAINER"] = "event-dead-letters",
        ["OPERATIONS_EMAIL"] = "operations@example.nhs.uk",
    };

    public RecordedCommands Commands { get; } = new();

    public StringWriter Output { get; } = new();

    public HookFixture With(string name, string value)
    {
        _values[name] = value;
        return this;
    }

    public HookFixture Without(string name)
    {
        _values.Remove(name);
        return this;
    }

    public HookServices Services(string? root = null) =>
        new(Commands, new AzdEnvironment(Commands, name => _values.GetValueOrDefault(name)), Output, new ImpatientTime(), root ?? RepositoryFiles.Root);
}
