namespace FamilyHubs.Deployment;

/// <summary>Blobs of the data account, reached as the person who deploys.</summary>
internal sealed class DataAccess(HookServices services)
{
    /// <summary>What the service says to somebody who has no role, or none yet.</summary>
    private const string NoRole = "AuthorizationPermissionMismatch";

    /// <summary>Puts a file; tells why not.</summary>
    public async Task<Refusal> PutAsync(string container, string name, string file, bool overwrite, CancellationToken cancel)
    {
        var answer = await services.Commands.RunAsync(
            "az",
            [
                "storage", "blob", "upload", "--auth-mode", "login", "--account-name", services.Environment.Get("DATA_STORAGE_NAME"), "--container-name", container,
                "--name", name, "--file", file, "--overwrite", overwrite ? "true" : "false", "--no-progress", "--output", "none",
            ],
            cancel);
        return answer switch
        {
            { IsDone: true } => Refusal.None,
            { Error: var e } when e.Contains("BlobAlreadyExists", StringComparison.Ordinal) => Refusal.Exists,
            { Error: var e } when e.Contains(NoRole, StringComparison.Ordinal) || e.Contains("required permissions", StringComparison.OrdinalIgnoreCase) => Refusal.NoRole,
            { Error: var e } when IsNetwork(e) => Refusal.Network,
            _ => throw new HookException($"Putting {container}/{name} failed: {answer.Error.Trim()}"),
        };
    }

    public async Task DeleteAsync(string container, string name, CancellationToken cancel) => await services.Commands.RunAsync(
        "az",
        ["storage", "blob", "delete", "--auth-mode", "login", "--account-name", services.Environment.Get("DATA_STORAGE_NAME"), "--container-name", container, "--name", name],
        cancel);

    private static bool IsNetwork(string error) =>
        error.Contains("network rules", StringComparison.OrdinalIgnoreCase) || error.Contains("AuthorizationFailure", StringComparison.Ordinal)
        || error.Contains("Public access is not permitted", StringComparison.OrdinalIgnoreCase);
}
