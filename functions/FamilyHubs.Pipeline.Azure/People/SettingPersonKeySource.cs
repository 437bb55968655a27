using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Azure.People;

/// <summary>The secret from the settings <c>PersonKey</c> (base64 of at least 32 bytes; a Key Vault reference in Azure) and <c>PersonKeyVersion</c>.</summary>
public sealed class SettingPersonKeySource(string value, string version) : IPersonKeySource
{
    private const int MinBytes = 32;

    /// <summary>What is wrong with a value; null when nothing is. Does not repeat it.</summary>
    public static string? FaultOf(string value)
    {
        if (value.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase))
            return "The Key Vault reference of the setting PersonKey was not resolved. Check the secret's address and that the app's identity may read it.";
        return Convert.TryFromBase64String(value, new byte[value.Length], out var length) && length >= MinBytes
            ? null
            : $"The setting PersonKey must be base64 of at least {MinBytes} random bytes.";
    }

    public Task<PersonKey> GetAsync(CancellationToken cancel) =>
        FaultOf(value) is { } fault ? throw new InvalidOperationException(fault) : Task.FromResult(new PersonKey(Convert.FromBase64String(value), version));
}
