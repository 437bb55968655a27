namespace FamilyHubs.Pipeline.Tests.Infrastructure;

/// <summary>infra/bicepconfig.json: what the compiler must not let pass.</summary>
public sealed class BicepConfigTests
{
    [Theory]
    [InlineData("outputs-should-not-contain-secrets")]
    [InlineData("secure-parameter-default")]
    [InlineData("secure-secrets-in-params")]
    [InlineData("secure-params-in-nested-deploy")]
    [InlineData("secure-params-in-parameters-file")]
    [InlineData("use-secure-value-for-secure-inputs")]
    [InlineData("protect-commandtoexecute-secrets")]
    [InlineData("adminusername-should-not-be-literal")]
    [InlineData("no-hardcoded-env-urls")]
    [InlineData("no-hardcoded-location")]
    [InlineData("explicit-values-for-loc-params")]
    [InlineData("no-loc-expr-outside-params")]
    [InlineData("use-recognized-resource-type")]
    [InlineData("use-stable-resource-identifiers")]
    [InlineData("no-unused-params")]
    [InlineData("no-unused-vars")]
    [InlineData("no-unused-existing-resources")]
    [InlineData("no-unused-imports")]
    [InlineData("no-unnecessary-dependson")]
    [InlineData("use-parent-property")]
    [InlineData("use-resource-symbol-reference")]
    [InlineData("use-resource-id-functions")]
    [InlineData("prefer-interpolation")]
    [InlineData("simplify-interpolation")]
    [InlineData("no-conflicting-metadata")]
    [InlineData("no-deployments-resources")]
    [InlineData("no-explicit-any")]
    [InlineData("use-safe-access")]
    [InlineData("nested-deployment-template-scoping")]
    public void Rule_IsAnError(string rule) => Assert.Equal(
        "error", RepositoryFiles.Json("infra/bicepconfig.json").GetProperty("analyzers").GetProperty("core").GetProperty("rules").GetProperty(rule).GetProperty("level").GetString());
}
