namespace FamilyHubs.Pipeline.Lake;

/// <summary>Another writer committed to the table again and again while this commit was prepared. Nothing was written; try later.</summary>
public sealed class LakeConflictException(string table)
    : Exception($"Table {table} was changed by another writer each time a commit was tried. Nothing was committed; run the batch again.");
