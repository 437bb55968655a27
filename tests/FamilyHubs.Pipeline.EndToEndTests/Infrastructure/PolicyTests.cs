namespace FamilyHubs.Pipeline.EndToEndTests.Infrastructure;

/// <summary>
/// What security and information governance ask of each resource. The last column names the rule of PSRule.Rules.Azure or checkov that
/// asks the same; <c>own</c> are rules that neither has.
/// </summary>
public sealed class PolicyTests(Templates templates) : IClassFixture<Templates>
{
    private const string Storage = "Microsoft.Storage/storageAccounts";
    private const string Blobs = Storage + "/blobServices";
    private const string Containers = Blobs + "/containers";
    private const string Vault = "Microsoft.KeyVault/vaults";
    private const string Site = "Microsoft.Web/sites";
    private const string Insights = "Microsoft.Insights/components";
    private const string Workspace = "Microsoft.OperationalInsights/workspaces";
    private const string Topic = "Microsoft.EventGrid/systemTopics";
    private const string Subscription = Topic + "/eventSubscriptions";
    private const string Subnets = "Microsoft.Network/virtualNetworks";

    [Theory]
    [InlineData(Storage, "properties.supportsHttpsTrafficOnly", "true", "Azure.Storage.SecureTransfer")]
    [InlineData(Storage, "properties.minimumTlsVersion", "TLS1_2", "Azure.Storage.MinTLS")]
    [InlineData(Storage, "properties.allowSharedKeyAccess", "false", "Azure.Storage.LocalAuth")]
    [InlineData(Storage, "properties.defaultToOAuthAuthentication", "true", "Azure.Storage.LocalAuth")]
    [InlineData(Storage, "properties.allowBlobPublicAccess", "false", "Azure.Storage.BlobPublicAccess")]
    [InlineData(Storage, "properties.allowCrossTenantReplication", "false", "own")]
    [InlineData(Storage, "properties.networkAcls.bypass", "AzureServices", "CKV_AZURE_36")]
    [InlineData(Storage, "properties.networkAcls.defaultAction", "=restricted ? 'Deny' : 'Allow'", "Azure.Storage.Firewall")]
    [InlineData(Storage, "properties.publicNetworkAccess", "=restricted && empty(allowedIpRanges) ? 'Disabled' : 'Enabled'", "Azure.Storage.Firewall")]
    [InlineData(Storage, "properties.sasPolicy.expirationAction", "Block", "own")]
    [InlineData(Storage, "properties.sasPolicy.sasExpirationPeriod", "0.01:00:00", "own")]
    [InlineData(Storage, "properties.encryption.requireInfrastructureEncryption", "true", "CKV_AZURE_256")]
    [InlineData(Blobs, "properties.deleteRetentionPolicy.enabled", "true", "Azure.Storage.SoftDelete")]
    [InlineData(Blobs, "properties.containerDeleteRetentionPolicy.enabled", "true", "Azure.Storage.ContainerSoftDelete")]
    [InlineData(Blobs, "properties.isVersioningEnabled", "true", "own")]
    [InlineData(Blobs, "properties.changeFeed.enabled", "true", "own")]
    [InlineData(Containers, "properties.publicAccess", "None", "CKV_AZURE_34")]
    [InlineData(Vault, "properties.enableRbacAuthorization", "true", "Azure.KeyVault.RBAC")]
    [InlineData(Vault, "properties.enablePurgeProtection", "true", "Azure.KeyVault.PurgeProtect")]
    [InlineData(Vault, "properties.enableSoftDelete", "true", "Azure.KeyVault.SoftDelete")]
    [InlineData(Vault, "properties.softDeleteRetentionInDays", "90", "CKV_AZURE_42")]
    [InlineData(Vault, "properties.accessPolicies", BicepResource.Missing, "Azure.KeyVault.AccessPolicy")]
    [InlineData(Vault, "properties.sku.name", "standard", "own")]
    [InlineData(Vault, "properties.networkAcls.defaultAction", "=restricted ? 'Deny' : 'Allow'", "Azure.KeyVault.Firewall")]
    [InlineData(Vault, "properties.publicNetworkAccess", "=restricted ? 'Disabled' : 'Enabled'", "CKV_AZURE_189")]
    [InlineData(Vault, "properties.enabledForTemplateDeployment", "false", "own")]
    [InlineData(Site, "properties.httpsOnly", "true", "Azure.AppService.UseHTTPS")]
    [InlineData(Site, "properties.siteConfig.minTlsVersion", "1.2", "Azure.AppService.MinTLS")]
    [InlineData(Site, "properties.siteConfig.scmMinTlsVersion", "1.2", "Azure.AppService.MinTLS")]
    [InlineData(Site, "properties.siteConfig.ftpsState", "Disabled", "CKV_AZURE_78")]
    [InlineData(Site, "properties.siteConfig.remoteDebuggingEnabled", "false", "Azure.AppService.RemoteDebug")]
    [InlineData(Site, "properties.siteConfig.http20Enabled", "true", "CKV_AZURE_18")]
    [InlineData(Site, "properties.siteConfig.alwaysOn", "false", "own")]
    [InlineData(Site, "properties.siteConfig.cors.allowedOrigins", "[]", "CKV_AZURE_57")]
    [InlineData(Site, "properties.siteConfig.cors.supportCredentials", "false", "own")]
    [InlineData(Site, "identity.type", "UserAssigned", "Azure.AppService.ManagedIdentity")]
    [InlineData(Site, "properties.keyVaultReferenceIdentity", "=identityId", "own")]
    [InlineData(Site, "properties.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity", "own")]
    [InlineData(Site, "properties.functionAppConfig.runtime.name", "dotnet-isolated", "own")]
    [InlineData(Site, "properties.functionAppConfig.runtime.version", "10.0", "own")]
    [InlineData(Site, "properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount", "40", "own")]
    [InlineData(Site + "/basicPublishingCredentialsPolicies", "properties.allow", "false", "own")]
    [InlineData("Microsoft.Web/serverfarms", "sku.name", "FC1", "own")]
    [InlineData("Microsoft.Web/serverfarms", "properties.reserved", "true", "own")]
    [InlineData(Insights, "properties.WorkspaceResourceId", "=workspace.id", "Azure.AppInsights.Workspace")]
    [InlineData(Insights, "properties.DisableLocalAuth", "true", "Azure.AppInsights.LocalAuth")]
    [InlineData(Insights, "properties.DisableIpMasking", "false", "own")]
    [InlineData(Insights, "properties.IngestionMode", "LogAnalytics", "Azure.AppInsights.Workspace")]
    [InlineData(Workspace, "properties.features.disableLocalAuth", "true", "own")]
    [InlineData(Workspace, "properties.workspaceCapping.dailyQuotaGb", "2", "own")]
    [InlineData(Topic, "identity.type", "SystemAssigned", "own")]
    [InlineData(Topic, "properties.topicType", "Microsoft.Storage.StorageAccounts", "own")]
    [InlineData(Subscription, "properties.deadLetterWithResourceIdentity.identity.type", "SystemAssigned", "own")]
    [InlineData(Subscription, "properties.deadLetterWithResourceIdentity.deadLetterDestination.endpointType", "StorageBlob", "own")]
    [InlineData(Subscription, "properties.filter.includedEventTypes", "[\"Microsoft.Storage.BlobCreated\"]", "own")]
    [InlineData(Subscription, "properties.filter.subjectBeginsWith", "/blobServices/default/containers/landing/blobs/", "own")]
    [InlineData(Subscription, "properties.filter.advancedFilters.0.key", "data.api", "own")]
    [InlineData(Subscription, "properties.filter.advancedFilters.0.values", "=finished", "own")]
    [InlineData(Subscription, "properties.filter.advancedFilters.1.key", "data.contentLength", "own")]
    [InlineData(Subscription, "properties.destination.properties.minimumTlsVersionAllowed", "1.2", "Azure.EventGrid.TopicTLS")]
    [InlineData(Subscription, "properties.retryPolicy.maxDeliveryAttempts", "30", "own")]
    [InlineData(Subnets, "properties.subnets.0.properties.networkSecurityGroup.id", "=securityGroup.id", "Azure.VNET.UseNSGs")]
    [InlineData(Subnets, "properties.subnets.1.properties.networkSecurityGroup.id", "=securityGroup.id", "Azure.VNET.UseNSGs")]
    [InlineData(Subnets, "properties.subnets.0.properties.defaultOutboundAccess", "false", "Azure.VNET.PrivateSubnet")]
    [InlineData(Subnets, "properties.subnets.1.properties.delegations.0.properties.serviceName", "Microsoft.App/environments", "own")]
    [InlineData("Microsoft.Network/networkSecurityGroups", "properties.securityRules.1.properties.access", "Deny", "Azure.NSG.AnyInboundSource")]
    [InlineData("Microsoft.Security/defenderForStorageSettings", "properties.isEnabled", "true", "CKV_AZURE_84")]
    [InlineData("Microsoft.Security/defenderForStorageSettings", "properties.malwareScanning.onUpload.isEnabled", "true", "Azure.Storage.Defender.MalwareScan")]
    [InlineData("Microsoft.Insights/actionGroups", "properties.enabled", "true", "own")]
    [InlineData("Microsoft.Insights/scheduledQueryRules", "properties.actions.actionGroups", "[{\"$\":\"actionGroupId\"}]", "own")]
    [InlineData("Microsoft.Insights/metricAlerts", "properties.actions.0.actionGroupId", "=actionGroupId", "own")]
    [InlineData("Microsoft.Insights/activityLogAlerts", "properties.condition.allOf.0.equals", "ServiceHealth", "Azure.Monitor.ServiceHealth")]
    [InlineData("Microsoft.Consumption/budgets", "properties.notifications.foreseen.thresholdType", "Forecasted", "own")]
    public void Property_IsAsThePolicySays(string type, string path, string value, string rule)
    {
        var resources = templates.OfType(type);

        Assert.NotEmpty(resources);
        Assert.All(resources, r => Assert.Equal((r.ToString(), rule, value), (r.ToString(), rule, r.At(path))));
    }

    [Theory]
    [InlineData("modules/storage-account.bicep", "blobLog", "=account::blobs", "StorageRead StorageWrite StorageDelete")]
    [InlineData("modules/storage-account.bicep", "queueLog", "=account::queues", "StorageRead StorageWrite StorageDelete")]
    [InlineData("modules/storage-account.bicep", "tableLog", "=account::tables", "StorageRead StorageWrite StorageDelete")]
    [InlineData("modules/key-vault.bicep", "log", "=vault", "AuditEvent AzurePolicyEvaluationDetails")]
    [InlineData("modules/function-app.bicep", "log", "=app", "FunctionAppLogs AppServiceAuthenticationLogs")]
    [InlineData("modules/event-topic.bicep", "log", "=topic", "DeliveryFailures")]
    public void Accesses_AreLogged(string file, string symbol, string scope, string categories)
    {
        var log = templates.Named(file, symbol);

        Assert.Equal("Microsoft.Insights/diagnosticSettings", log.Type);
        Assert.Equal((scope, "=workspaceId"), (log.At("scope"), log.At("properties.workspaceId")));
        var logs = log.Body.GetProperty("properties").GetProperty("logs").EnumerateArray().ToArray();
        Assert.Equal(categories, string.Join(' ', logs.Select(l => l.GetProperty("category").GetString())));
        Assert.All(logs, l => Assert.True(l.GetProperty("enabled").GetBoolean()));
    }

    [Fact]
    public void Finished_Uploads_AreThoseThatEndOne() => Assert.Equal(
        """["PutBlob","PutBlockList","CopyBlob","FlushWithClose","SftpCommit"]""",
        templates.File("event-subscriptions.bicep").GetProperty("variables").EnumerateArray().Single(v => v.GetProperty("name").GetString() == "finished").GetProperty("value").GetRawText());

    [Fact]
    public void Lifecycle_HasARuleForEachContainer()
    {
        var data = templates.Named("modules/data-stores.bicep", "lifecycle").Body.GetProperty("properties").GetProperty("policy").GetProperty("rules");
        Assert.Equal("container in stores.containers", data.GetProperty("$for").GetString());
        Assert.Equal("Microsoft.Storage/storageAccounts/managementPolicies", templates.Named("modules/data-stores.bicep", "lifecycle").Type);

        var host = templates.Named("modules/host-stores.bicep", "lifecycle").Body.GetProperty("properties").GetProperty("policy").GetProperty("rules").EnumerateArray();
        var containers = templates.OfType(Containers).Where(c => c.File == "modules/host-stores.bicep").Select(c => c.At("name"));
        Assert.Equal(containers, host.Select(r => BicepResource.Text(r.GetProperty("name"))));
    }

    [Fact]
    public void Immutability_IsForThoseOfTheStoresFileOnly_AndCanStillBeEnded()
    {
        var policies = templates.OfType(Containers + "/immutabilityPolicies");

        Assert.Equal("(container, i) in stores.containers|(container.immutableDays != null)", Assert.Single(policies).Loop);
        Assert.Equal(BicepResource.Missing, policies[0].At("properties.state"));
    }

    [Fact]
    public void Secrets_HaveAKind_AndTheMailKeyAnEnd()
    {
        var secrets = templates.OfType(Vault + "/secrets");

        Assert.Equal(2, secrets.Count);
        Assert.All(secrets, s => Assert.NotEqual(BicepResource.Missing, s.At("properties.contentType")));
        Assert.Equal("=mailApiKeyExpires", secrets.Single(s => s.Symbol == "mail").At("properties.attributes.exp"));
    }

    [Fact]
    public void SignIn_IsAskedOfEveryPath_ButThoseWithAKeyOrNothingToTell()
    {
        var signIn = templates.OfType(Site + "/config").Single(c => c.At("name") == "authsettingsV2");

        Assert.Equal("true", signIn.At("properties.platform.enabled"));
        Assert.Equal("true", signIn.At("properties.globalValidation.requireAuthentication"));
        Assert.Equal("""["/api/health","/api/health/ready","/runtime/webhooks/blobs","/admin/functions/*"]""", signIn.At("properties.globalValidation.excludedPaths"));
        Assert.Equal("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", signIn.At("properties.identityProviders.azureActiveDirectory.registration.clientSecretSettingName"));
        Assert.Equal("false", signIn.At("properties.login.tokenStore.enabled"));
    }

    [Fact]
    public void Network_AllStoresHavePrivateEndpoints()
    {
        var targets = templates.File("modules/private-endpoints.bicep").GetProperty("variables").EnumerateArray().Single(v => v.GetProperty("name").GetString() == "targets")
            .GetProperty("value").EnumerateArray().Select(t => t.GetProperty("name").GetString());

        Assert.Equal(["host-blob", "host-queue", "host-table", "data-blob", "data-queue", "data-table", "vault"], targets);
    }
}
