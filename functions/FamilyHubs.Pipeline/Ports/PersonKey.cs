namespace FamilyHubs.Pipeline.Ports;

/// <summary>A secret for HMAC-SHA-256. Not a record: a secret has no text form.</summary>
/// <param name="key">At least 32 bytes.</param>
/// <param name="version">Name stored beside each pseudonym, so that those of an earlier secret are told apart.</param>
public sealed class PersonKey(ReadOnlyMemory<byte> key, string version)
{
    public ReadOnlyMemory<byte> Key { get; } = key;

    public string Version { get; } = version;
}
