using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>What is said about the header of a file (extracts.md 1 and 2).</summary>
internal static class HeaderFindings
{
    private const int LongestName = 64;

    /// <summary>A header may have half a million names: not one finding for each.</summary>
    private const int MostNames = 50;

    public static IEnumerable<ValidationFinding> Of(HeaderMap map, TableContract contract, NewColumnHandling onNewColumn)
    {
        foreach (var column in map.MissingRequired)
        {
            yield return contract.IsFile
                ? Finding(
                    Severity.Error, ReasonCodes.KeyColumnMissing, column,
                    $"The header lacks the column {column}, which each file of this kind has.",
                    $"Send the file again with the columns {string.Join(", ", contract.Columns.Select(c => c.Name))}, parted by commas, in the first line.")
                : Finding(
                    Severity.Error, ReasonCodes.KeyColumnMissing, column,
                    $"The header lacks the column {column}, without which its rows cannot be told apart.",
                    "Tick the column in the configuration of the extract, and check the delimiter in the profile.");
        }

        if (map.MissingRequired.Count > 0)
        {
            // Without its key columns the first line may be a row of cells: none of it is shown.
            yield break;
        }

        foreach (var column in map.Twice.Take(MostNames))
        {
            var known = contract.Find(column) is not null || string.Equals(column, TableContract.RemovedData, StringComparison.Ordinal);
            yield return Finding(
                known ? Severity.Error : Severity.Warning, ReasonCodes.ColumnDuplicate, Shown(column),
                "The header has the column twice.", contract.IsFile ? "Send the file again with each column once." : "Have the extract drawn again with each column once.");
        }

        foreach (var column in map.Missing)
        {
            yield return Finding(
                Severity.Note, ReasonCodes.ColumnMissing, column,
                $"The header lacks the column {column}; it is empty in every row.",
                contract.IsFile ? "Add the column to the file if it is needed." : "Tick the column in the configuration of the extract if it is needed.");
        }

        if (onNewColumn == NewColumnHandling.Accept)
        {
            yield break;
        }

        var severity = onNewColumn == NewColumnHandling.Refuse ? Severity.Error : Severity.Warning;
        foreach (var column in map.Unknown.Take(MostNames))
        {
            yield return Finding(
                severity, ReasonCodes.ColumnUnknown, Shown(column),
                "The header has a column that the contract does not list; it is not read.", "Add the column to the contract of the table.");
        }

        if (map.Unknown.Count > MostNames)
        {
            yield return Finding(
                severity, ReasonCodes.ColumnUnknown, null,
                FormattableString.Invariant($"The header has {map.Unknown.Count} columns that the contract does not list, of which {MostNames} are named."),
                "Check that the file is what it is called.");
        }

        ValidationFinding Finding(Severity severity, string code, string? column, string message, string remedy) =>
            new(severity, code, contract.Table, 1, column, message, remedy);
    }

    /// <summary>The columns not listed in the contract whose names can be shown.</summary>
    public static IReadOnlyList<string> PlainUnknown(HeaderMap map) =>
        map.MissingRequired.Count > 0 ? [] : [.. map.Unknown.Take(MostNames).Select(Shown).OfType<string>()];

    /// <summary>A name that came from the file, as far as it looks like the name of a column.</summary>
    private static string? Shown(string name)
    {
        var plain = name.Length is > 0 and <= LongestName && char.IsAsciiLetter(name[0]);
        foreach (var c in name)
        {
            plain &= char.IsAsciiLetterOrDigit(c) || c is '/' or '_';
        }

        return plain ? name : null;
    }
}
