using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>How many rows of a file may be refused before the file is (extracts.md 1, <c>too-many-bad-rows</c>).</summary>
internal static class BadRowLimit
{
    public static IEnumerable<ValidationFinding> Check(TableReading reading, ExtractSettings settings)
    {
        if (reading.Refused.Count > settings.MaxBadRowsMinimum && reading.Refused.Count * 100.0 > settings.MaxBadRowsPercent * reading.Rows)
        {
            yield return new ValidationFinding(
                Severity.Error, ReasonCodes.TooManyBadRows, reading.Table, null, null,
                $"{reading.Refused.Count} of {reading.Rows} rows are refused; {settings.MaxBadRowsPercent} % are allowed, and {settings.MaxBadRowsMinimum} in any case.",
                "See the reasons of the refused rows: one cause is likely. Then have the file made again.");
        }
    }
}
