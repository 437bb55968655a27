namespace FamilyHubs.Pipeline.Azure.People;

/// <summary>The HMAC key of persons and postcodes.</summary>
public sealed class PersonKeyOptions
{
    /// <summary>Version of a key that was given without one.</summary>
    public const string DefaultVersion = "k1";

    /// <summary>Setting <c>PersonKey</c>: base64 of at least 32 random bytes; a Key Vault reference in Azure. Empty on one machine, where a file holds it.</summary>
    public string? Key { get; set; }

    /// <summary>Setting <c>PersonKeyVersion</c>, e.g. <c>k1</c>.</summary>
    public string Version { get; set; } = DefaultVersion;
}
