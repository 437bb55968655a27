namespace FamilyHubs.Pipeline.Lake;

/// <summary>What a commit was made from. A commit of the same source is not made twice (architecture.md 3.4).</summary>
/// <param name="Extract">Name of the extract, <c>yyyyMMdd_HHmm</c>.</param>
/// <param name="ContentHash">Hash of its content, as the ledger knows it.</param>
public sealed record CommitSource(string Extract, string ContentHash);
