using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>A row of the e-CAF return (extracts.md 5).</summary>
internal sealed record CafRow(Month Month, string Team, int Level, string Role, int Count, int ConsentRefused);
