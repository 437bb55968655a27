using FamilyHubs.Pipeline.Lake.Upkeep;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What upkeep did to the lake of an area.</summary>
/// <param name="Area">Area.</param>
/// <param name="DryRun">Nothing was changed.</param>
/// <param name="Busy">Another worker has the area: nothing was done.</param>
/// <param name="Tables">Each table that exists.</param>
public sealed record KeepLakeResult(string Area, bool DryRun, bool Busy, IReadOnlyList<TableUpkeep> Tables);
