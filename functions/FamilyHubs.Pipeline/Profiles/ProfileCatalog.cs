namespace FamilyHubs.Pipeline.Profiles;

/// <summary>The profiles of a folder, one file <c>{area}.json</c> for each area.</summary>
public sealed class ProfileCatalog(string folder)
{
    /// <summary>The profiles that are shipped with the service, beside the assembly.</summary>
    public static ProfileCatalog Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "profiles"));

    /// <summary>Names of the areas in ordinal order.</summary>
    public IReadOnlyList<string> Areas
    {
        get
        {
            if (!Directory.Exists(folder))
                return [];
            var areas = Directory.GetFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).ToArray();
            Array.Sort(areas, StringComparer.Ordinal);
            return areas;
        }
    }

    /// <summary>The profile of an area; null when the folder has none.</summary>
    public async Task<ProfileResult?> FindAsync(string area, CancellationToken cancel)
    {
        // Only a name of the list is opened, so that no name of an area can lead out of the folder.
        if (!Areas.Contains(area, StringComparer.Ordinal))
            return null;
        return await ProfileLoader.LoadAsync(Path.Combine(folder, area + ".json"), area, cancel);
    }
}
