namespace FamilyHubs.Pipeline.Publishing;

/// <summary>Paths of the sign-in pages on the function app.</summary>
public static class ReportAddresses
{
    public static string Overview(string area) => $"/api/reports/{area}";

    public static string NewestWeek(string area) => $"/api/reports/{area}/weekly";

    public static string NewestMonth(string area) => $"/api/reports/{area}/monthly";

    public static string Snapshots(string area) => $"/api/snapshots/{area}";

    public static string Definitions(string area) => $"/api/snapshots/{area}/definitions";

    public static string Status(string area) => $"/api/reports/{area}/status";

    public static string Extracts(string area) => $"/api/reports/{area}/extracts";

    /// <summary>The report of a batch, return or reference file. A file's name below the area is one part of the path: its slashes are written as tildes.</summary>
    public static string Extract(string area, string extract) => $"/api/reports/{area}/extracts/{Uri.EscapeDataString(NameInPath(extract))}";

    /// <summary>The name of a batch or file as <see cref="Extract"/> writes it, before its characters are escaped.</summary>
    public static string NameInPath(string extract) => extract.Replace('/', '~');

    public static string Weekly(string area, string week) => $"/api/reports/{area}/weekly/{week}";

    public static string Monthly(string area, string month) => $"/api/reports/{area}/monthly/{month}";

    public static string Snapshot(string area, string month) => $"/api/snapshots/{area}/{month}";
}
