using FamilyHubs.Pipeline.Extracts;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>A finding in one line: where, what, remedy.</summary>
internal static class FindingText
{
    public static string Of(ValidationFinding finding)
    {
        var place = string.Join(
            ", ",
            new[] { finding.Table, finding.Line is { } line ? $"line {line}" : null, finding.Column }.Where(p => p is not null));
        return $"{finding.Code}{(place.Length == 0 ? string.Empty : $" at {place}")}: {finding.Message} {finding.Remedy}";
    }
}
