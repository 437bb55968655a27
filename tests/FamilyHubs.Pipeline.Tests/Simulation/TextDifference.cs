using System.Globalization;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>Where two long texts part.</summary>
internal static class TextDifference
{
    private const int Before = 4;

    /// <summary>Null when they are equal; else the first line that differs, after those before it.</summary>
    public static string? Of(string what, string expected, string actual)
    {
        if (expected == actual)
        {
            return null;
        }

        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
        {
            line++;
        }

        var context = string.Join('\n', left[Math.Max(0, line - Before)..line]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{what} differs in line {line + 1}, after\n{context}\nexpected: {left.ElementAtOrDefault(line)}\nactual:   {right.ElementAtOrDefault(line)}");
    }
}
