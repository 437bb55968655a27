namespace FamilyHubs.Pipeline.Azure.LocalStorage;

/// <summary>The folder of local data that is under no version control.</summary>
public static class LocalFolder
{
    /// <summary><c>.azurite</c> in the root of the repository or, outside it, in the current folder.</summary>
    public static string Path => AzuritePackage.TryFind()?.DataFolder ?? System.IO.Path.Combine(Environment.CurrentDirectory, AzuritePackage.DataFolderName);
}
