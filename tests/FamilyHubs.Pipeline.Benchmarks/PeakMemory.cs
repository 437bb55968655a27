using System.Diagnostics;
using System.Globalization;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>
/// The most memory that this process had resident since the last reset. Linux can reset its mark; elsewhere it is that of the whole process, the making
/// of the data included.
/// </summary>
internal static class PeakMemory
{
    private const string Marks = "/proc/self/clear_refs";
    private const string Status = "/proc/self/status";

    public static double Mebibytes
    {
        get
        {
            if (File.Exists(Status) && Array.Find(File.ReadAllLines(Status), l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line)
            {
                return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
            }

            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / 1048576.0;
        }
    }

    public static void Reset()
    {
        if (File.Exists(Marks))
        {
            File.WriteAllText(Marks, "5");
        }
    }
}
