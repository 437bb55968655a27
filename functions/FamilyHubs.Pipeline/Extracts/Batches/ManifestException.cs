namespace FamilyHubs.Pipeline.Extracts.Batches;

/// <summary>A manifest cannot be used; <see cref="Code"/> says which way, <see cref="Line"/> where.</summary>
public sealed class ManifestException(string code, long line, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;

    public long Line { get; } = line;
}
