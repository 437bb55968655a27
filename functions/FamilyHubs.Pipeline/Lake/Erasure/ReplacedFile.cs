namespace FamilyHubs.Pipeline.Lake.Erasure;

/// <param name="Rows">Rows taken out.</param>
/// <param name="Rest">What is left; null when nothing is.</param>
internal sealed record ReplacedFile(long Rows, DataFile? Rest);
