namespace FamilyHubs.Pipeline.Extracts;

/// <param name="Name">File name without folder, e.g. <c>SRPatient.csv</c>.</param>
/// <param name="Length">Bytes, unpacked, as declared.</param>
public sealed record BatchFile(string Name, long Length);
