using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Azure.People;

/// <summary>The secret from the settings <c>PersonKey</c> (base64 of at least 32 bytes; a Key Vault reference in Azure) and <c>PersonKeyVersion</c>.</summary>
public sealed class SettingPersonKeySource(string value, string version) : IPersonKeySource
{
    private const int MinBytes = 32;

    public Task<PersonKey> GetAsync(CancellationToken cancel)
    {
        if (value.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("The Key Vault reference of the setting PersonKey was not resolved. Check the secret's address and that the app's identity may read it.");
        var key = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, key, out var length) || length < MinBytes)
            throw new InvalidOperationException($"The setting PersonKey must be base64 of at least {MinBytes} random bytes.");
        return Task.FromResult(new PersonKey(key.AsMemory(0, length), version));
    }
}
