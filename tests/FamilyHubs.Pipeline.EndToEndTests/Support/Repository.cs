namespace FamilyHubs.Pipeline.EndToEndTests.Support;

/// <summary>Places in the working copy that holds the tests.</summary>
internal static class Repository
{
    private const string Solution = "FamilyHubs.Pipeline.sln";

    /// <summary>Root of the working copy.</summary>
    public static string Root { get; } = RootAbove(new DirectoryInfo(AppContext.BaseDirectory));

    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string RootAbove(DirectoryInfo folder)
    {
        while (!File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"{Solution} is in no folder above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
