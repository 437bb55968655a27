namespace FamilyHubs.Pipeline.Publishing;

/// <summary>Paths of the sign-in pages on the function app.</summary>
public static class ReportAddresses
{
    public static string Weekly(string area, string week) => $"/api/reports/{area}/weekly/{week}";

    public static string Monthly(string area, string month) => $"/api/reports/{area}/monthly/{month}";
}
