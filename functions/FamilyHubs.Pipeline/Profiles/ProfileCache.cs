using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace FamilyHubs.Pipeline.Profiles;

/// <summary>
/// Profiles that were read and checked before, by their bytes. To check one takes longer than all else that a poke does when nothing is due, and every
/// poke and event needs it.
/// </summary>
public sealed class ProfileCache
{
    private const int Most = 512;

    private readonly ConcurrentDictionary<string, ProfileResult> _results = new(StringComparer.Ordinal);

    /// <summary>Reads a profile, UTF-8 with or without BOM; the same bytes are checked once.</summary>
    /// <param name="content">The file.</param>
    /// <param name="area">Name of the area that the profile must be for.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<ProfileResult> LoadAsync(Stream content, string area, CancellationToken cancel)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        var key = $"{area}/{Convert.ToHexStringLower(SHA256.HashData(copy.GetBuffer().AsSpan(0, (int)copy.Length)))}";
        if (_results.TryGetValue(key, out var known))
        {
            return known;
        }

        copy.Position = 0;
        var result = await ProfileLoader.LoadAsync(copy, area, cancel);
        if (_results.Count >= Most)
        {
            _results.Clear();
        }

        return _results[key] = result;
    }
}
