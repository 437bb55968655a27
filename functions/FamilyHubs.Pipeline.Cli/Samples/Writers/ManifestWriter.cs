namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>SRManifest.csv (extracts.md 1).</summary>
internal static class ManifestWriter
{
    private static readonly string[] References =
        ["SRConfiguredListOption", "SRCtv3ToSnomed", "SRImmunisationContent", "SROrganisation", "SRStaffMember", "SRStaffMemberProfile"];

    public static async Task WriteAsync(string path, BatchWindow window, IEnumerable<(string Table, bool IsDelta)> tables, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(path, append: false) { NewLine = "\r\n" };
        await writer.WriteLineAsync("FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo".AsMemory(), cancel);
        foreach (var (table, isDelta) in tables)
        {
            var from = isDelta ? BatchWindow.Stamp(window.From!.Value) : string.Empty;
            var line = $"{table},{(isDelta ? 'Y' : 'N')},{(References.Contains(table) ? 'Y' : 'N')},{from},{BatchWindow.Stamp(window.To)}";
            await writer.WriteLineAsync(line.AsMemory(), cancel);
        }
    }
}
