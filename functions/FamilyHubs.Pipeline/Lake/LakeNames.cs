using System.Globalization;
using System.Text.Encodings.Web;

namespace FamilyHubs.Pipeline.Lake;

/// <summary>Names of columns with a meaning for the lake, and of blobs in the lake container.</summary>
internal static class LakeNames
{
    public const string Row = "RowIdentifier";
    public const string Organisation = "IDOrganisationVisibleTo";
    public const string Patient = "IDPatient";
    public const string Recorded = "DateEventRecorded";
    public const string Removed = "RemovedData";
    public const string File = "File";

    /// <summary>The log is data, not HTML: texts stay readable.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static string TableFolder(string area, string table) => $"{area}/{table}/";

    public static string LogFolder(string area, string table) => $"{area}/{table}/_delta_log/";

    public static string LogEntry(string area, string table, long version) =>
        LogFolder(area, table) + version.ToString("D20", CultureInfo.InvariantCulture) + ".json";
}
