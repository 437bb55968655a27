namespace FamilyHubs.Pipeline.Ports;

/// <summary>Names of the blob containers (product.md, What comes out).</summary>
public static class Containers
{
    public const string Landing = "landing";
    public const string Archive = "archive";
    public const string Lake = "lake";
    public const string Quarantine = "quarantine";
    public const string Reports = "reports";
    public const string Snapshots = "snapshots";
    public const string Config = "config";
    public const string Audit = "audit";

    public static IReadOnlyList<string> All { get; } = [Landing, Archive, Lake, Quarantine, Reports, Snapshots, Config, Audit];
}
