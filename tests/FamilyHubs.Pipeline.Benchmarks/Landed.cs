using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>A folder as the product's storage, with a batch in landing.</summary>
internal static class Landed
{
    public const string Area = "essex";

    /// <summary>Empties the folder and lands a batch there, with <c>postcodes.csv</c> where the batch has it.</summary>
    public static void Anew(string root, string batch, string extract, string area = Area)
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }

        Add(root, batch, extract, area);
    }

    /// <summary>Lands a batch beside what is there.</summary>
    public static void Add(string root, string batch, string extract, string area = Area)
    {
        var landing = Directory.CreateDirectory(Path.Combine(root, Containers.Landing, area, extract)).FullName;
        foreach (var name in (string[])["SRExtract.zip", "SRManifest.csv"])
        {
            File.Copy(Path.Combine(batch, name), Path.Combine(landing, name));
        }

        if (File.Exists(Path.Combine(batch, "postcodes.csv")))
        {
            var reference = Directory.CreateDirectory(Path.Combine(root, Containers.Landing, area, "reference")).FullName;
            File.Copy(Path.Combine(batch, "postcodes.csv"), Path.Combine(reference, "postcodes.csv"), overwrite: true);
        }
    }

    /// <summary>Copies a whole folder in place of another.</summary>
    public static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
