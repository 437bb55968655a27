namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What is asked for, as the address gives it.</summary>
/// <param name="Month">Null for the list of months; <c>definitions</c> for the definitions page.</param>
/// <param name="Revision">e.g. <c>r2</c>; null for the newest of the month.</param>
/// <param name="File">Name of a file of the revision; null for the page.</param>
/// <param name="WantsJson">The program asked for JSON rather than a page.</param>
public sealed record SnapshotRequest(string Area, string? Month, string? Revision, string? File, bool WantsJson);
