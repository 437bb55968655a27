using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Profiles;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// The profile in force for an area: the blob <c>config/{area}/profile.json</c>, else the shipped file. A blob with an error is
/// refused with the paths of its faulty fields, and the last good one stays in force (product.md, The areas).
/// </summary>
public sealed partial class AreaProfiles(IBlobs blobs, ProfileCatalog shipped, ProfileCache cache, ILogger<AreaProfiles> log)
{
    /// <exception cref="InvalidDataException">The area has no profile, or none without errors.</exception>
    public async Task<Profile> GetAsync(string area, CancellationToken cancel) => (await LookAsync(area, cancel)).Profile;

    /// <summary>The profile in force, and what is wrong with a newer one that was refused.</summary>
    /// <exception cref="InvalidDataException">The area has no profile, or none without errors.</exception>
    public async Task<ProfileInForce> LookAsync(string area, CancellationToken cancel)
    {
        IReadOnlyList<ProfileError> refused = [];
        if (await ReadAsync(area, Current(area), cancel) is { } current)
        {
            if (current.Profile is { } good)
            {
                await KeepAsync(area, cancel);
                return new ProfileInForce(good, []);
            }

            refused = current.Errors;
            foreach (var error in refused)
            {
                Log.Refused(log, area, error.Path, error.Message);
            }

            if ((await ReadAsync(area, LastGood(area), cancel))?.Profile is { } former)
            {
                return new ProfileInForce(former, refused);
            }
        }

        var result = await shipped.FindAsync(area, cancel);
        return result switch
        {
            { Profile: { } profile } => new ProfileInForce(profile, refused),
            null when refused.Count > 0 => throw new InvalidDataException(
                $"{Containers.Config}/{Current(area)} has errors, and no profile of {area} without errors has been there before.{Environment.NewLine}"
                + string.Join(Environment.NewLine, refused)),
            null => throw new InvalidDataException(
                $"There is no profile for the area {area}. Shipped are: {string.Join(", ", shipped.Areas)}. "
                + $"Put your own at {Containers.Config}/{Current(area)}, or give --profile FILE."),
            _ => throw new InvalidDataException($"The profile of {area} has errors: {string.Join("; ", result.Errors.Select(e => $"{e.Path}: {e.Message}"))}"),
        };
    }

    /// <summary>Areas that have a profile, shipped or of their own, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> AreasAsync(CancellationToken cancel)
    {
        var areas = new SortedSet<string>(shipped.Areas, StringComparer.Ordinal);
        await foreach (var blob in blobs.ListAsync(Containers.Config, string.Empty, cancel))
        {
            if (blob.Name.EndsWith("/profile.json", StringComparison.Ordinal))
            {
                areas.Add(blob.Name[..blob.Name.IndexOf('/', StringComparison.Ordinal)]);
            }
        }

        return [.. areas];
    }

    private async Task<ProfileResult?> ReadAsync(string area, string name, CancellationToken cancel)
    {
        try
        {
            await using var content = await blobs.OpenReadAsync(Containers.Config, name, ifMatch: null, cancel);
            return await cache.LoadAsync(content, area, cancel);
        }
        catch (BlobNotFoundException)
        {
            return null;
        }
    }

    private async Task KeepAsync(string area, CancellationToken cancel)
    {
        var current = await blobs.FindAsync(Containers.Config, Current(area), cancel);
        var kept = await blobs.FindAsync(Containers.Config, LastGood(area), cancel);
        if (current is null || kept?.LastModified > current.LastModified)
        {
            return;
        }

        await using var content = await blobs.OpenReadAsync(Containers.Config, Current(area), current.ETag, cancel);
        await blobs.WriteAsync(Containers.Config, LastGood(area), content, WriteCondition.Always, cancel);
    }

    private static string Current(string area) => $"{area}/profile.json";

    private static string LastGood(string area) => $"{area}/profile.last-good.json";

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Error, "Profile of {Area} refused at {Path}: {Message}", EventName = "ProfileRefused")]
        public static partial void Refused(ILogger logger, string area, string path, string message);
    }
}
