using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>What is known of a file before it is read.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="IsDelta">It holds changes.</param>
/// <param name="ExtractTo">Moment up to which it was drawn.</param>
/// <param name="OnNewColumn">What a column does that the contract does not list.</param>
internal sealed record TableSource(string FileName, bool IsDelta, DateTime? ExtractTo, NewColumnHandling OnNewColumn);
