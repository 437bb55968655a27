namespace FamilyHubs.Pipeline.Azure.LocalStorage;

/// <summary>Finds the programs that local storage needs.</summary>
internal static class CommandPath
{
    private static readonly string[] Extensions = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];

    /// <summary>Full path of a program of Node.js.</summary>
    /// <param name="command"><c>node</c> or <c>npm</c>.</param>
    /// <param name="searchPath">Folders to search, as in the variable PATH.</param>
    /// <exception cref="AzuriteException">It is in none of them.</exception>
    public static string Find(string command, string? searchPath)
    {
        foreach (var folder in (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var extension in Extensions)
            {
                var path = Path.Combine(folder, command + extension);
                if (File.Exists(path)) return path;
            }
        }
        throw new AzuriteException(
            $"Local storage needs Node.js 20 or newer, and {command} is not on the PATH. Install Node.js, or set Lake to the connection string or address of a storage account.");
    }
}
