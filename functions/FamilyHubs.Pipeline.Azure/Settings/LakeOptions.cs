namespace FamilyHubs.Pipeline.Azure.Settings;

/// <summary>Where the stores are.</summary>
public sealed class LakeOptions
{
    /// <summary>Setting <c>Lake</c>, or <c>Lake__blobServiceUri</c> as the Functions host writes an address (<see cref="LakeAddress"/>).</summary>
    public string? Lake { get; set; }

    /// <summary>Setting <c>Lake__clientId</c>: the user-assigned identity, if any.</summary>
    public string? ClientId { get; set; }
}
