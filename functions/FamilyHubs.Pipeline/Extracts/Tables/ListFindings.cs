namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>What is said about list columns: one customer's extract has numbers in them, another's texts, none should have both (extracts.md 2).</summary>
internal static class ListFindings
{
    public static IEnumerable<ValidationFinding> Of(string table, IEnumerable<ListStyle> lists)
    {
        foreach (var list in lists.Where(l => l is { Numbers: > 0, Texts: > 0 }))
        {
            yield return new ValidationFinding(
                Severity.Warning, ReasonCodes.ListMixed, table, null, list.Column,
                $"The list column holds numbers in {list.Numbers} rows and texts in {list.Texts}; each is read as what it is.",
                "Check the option 'Normalise values for static lists' in the configuration of the extract.");
        }
    }
}
