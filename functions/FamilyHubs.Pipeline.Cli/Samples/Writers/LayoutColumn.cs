using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>A column of a SystmOne file.</summary>
/// <param name="List">Table that holds the options of a list column.</param>
/// <param name="Filled">Every row must have a value.</param>
internal sealed record LayoutColumn(string Name, ColumnType Type, string? List = null, bool Filled = false);
