namespace FamilyHubs.Pipeline.EndToEndTests.Faults;

/// <summary>A batch of loose CSV files, written as they are given.</summary>
internal sealed class LooseBatch(string folder, string extract)
{
    public const string Patients = "RowIdentifier,IDOrganisationVisibleTo,DateBirth,Gender\r\n";
    public const string Removals = "RowIdentifier,IDOrganisationVisibleTo,DateBirth,Gender,RemovedData\r\n";
    private const string ManifestHeader = "FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\n";

    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(folder, extract)).FullName;

    /// <summary>Writes a file.</summary>
    public LooseBatch With(string name, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, name), text);
        return this;
    }

    /// <summary>Writes the manifest from lines <c>Table,Y,N,from,to</c>.</summary>
    public LooseBatch Listing(params string[] lines) => With("SRManifest.csv", ManifestHeader + string.Concat(lines.Select(l => l + "\r\n")));

    /// <summary>A full batch of SRPatient.</summary>
    public LooseBatch Full(int people, string organisation = "ORG1") => With(
            "SRPatient.csv", Patients + string.Concat(Enumerable.Range(1, people).Select(i => $"{i},{organisation},01 May 2016 00:00,F\r\n")))
        .Listing($"SRPatient,N,N,,{extract}");
}
