namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>Paths of the working copy.</summary>
internal static class Repository
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string At(params IEnumerable<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "FamilyHubs.Pipeline.sln")) ? folder.FullName : Find(folder.Parent!);
}
