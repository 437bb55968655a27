using System.Globalization;

namespace Microsoft.Azure.Functions.Worker.Host.Blobs;

/// <summary>What the host remembers of one function and one version of a blob.</summary>
/// <param name="Tries">Runs begun.</param>
/// <param name="IsCompleted">Whether it is done: succeeded or poison.</param>
internal sealed record BlobReceipt(int Tries, bool IsCompleted)
{
    private const string TriesKey = "Tries";
    private const string CompletedKey = "Completed";

    internal static BlobReceipt None { get; } = new(0, false);

    internal static BlobReceipt FromMetadata(IDictionary<string, string> metadata) =>
        new(
            metadata.TryGetValue(TriesKey, out var tries) && int.TryParse(tries, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
            metadata.ContainsKey(CompletedKey));

    internal Dictionary<string, string> ToMetadata()
    {
        var metadata = new Dictionary<string, string> { [TriesKey] = Tries.ToString(CultureInfo.InvariantCulture) };
        if (IsCompleted)
            metadata[CompletedKey] = "true";
        return metadata;
    }
}
