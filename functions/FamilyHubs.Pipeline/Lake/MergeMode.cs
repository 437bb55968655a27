namespace FamilyHubs.Pipeline.Lake;

/// <summary>What a batch of rows means for the rows that a table has already (extracts.md 3).</summary>
public enum MergeMode
{
    /// <summary>A delta, or a full file limited by date: rows are added or replaced by key, removed rows are deleted.</summary>
    Upsert,

    /// <summary>A full file: every row of the organisations among its rows is replaced.</summary>
    ReplaceOrganisations,

    /// <summary>A partner's return: every row that came in a file of that name is replaced (extracts.md 5).</summary>
    ReplaceFile,

    /// <summary>A full file of a table that belongs to no organisation or has no key: every row is replaced.</summary>
    ReplaceAll,
}
