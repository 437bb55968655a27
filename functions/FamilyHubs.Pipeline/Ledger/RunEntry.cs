namespace FamilyHubs.Pipeline.Ledger;

/// <summary>The ledger's record of one computation of a report.</summary>
/// <param name="Area">Area.</param>
/// <param name="Id">Derived from everything the figures depend on: the same input is the same run.</param>
/// <param name="Kind"><c>weekly</c> or <c>monthly</c>.</param>
/// <param name="Period">Week or month.</param>
/// <param name="Extract">Extract the figures were computed from.</param>
public sealed record RunEntry(
    string Area,
    string Id,
    string Kind,
    string Period,
    string Extract,
    string DefinitionVersion,
    RunState State,
    DateTimeOffset ComputedAt)
{
    public string? Reason { get; init; }

    /// <summary>Figures written to table storage.</summary>
    public int Figures { get; init; }

    /// <summary>Versions of the lake tables that were read.</summary>
    public IReadOnlyDictionary<string, long> Pins { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);
}
