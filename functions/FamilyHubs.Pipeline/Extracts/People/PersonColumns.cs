namespace FamilyHubs.Pipeline.Extracts.People;

/// <summary>Which columns of a table name the person that a row is of, or another person: those that hold SystmOne record ids.</summary>
public static class PersonColumns
{
    private const string People = "SRPatient";

    /// <summary>The columns among <paramref name="columns"/>, in their order.</summary>
    /// <param name="table">Table, in scope or not.</param>
    /// <param name="columns">Names of its columns.</param>
    public static IReadOnlyList<string> Of(string table, IEnumerable<string> columns) => [.. columns.Where(column => IsOne(table, column))];

    private static bool IsOne(string table, string column) =>
        column is "PersonRef" or "IDPatientRelationshipWith" or "IDPatient" || (column == "RowIdentifier" && table == People);
}
