namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>The back-test sets that <c>generate --dataset</c> writes.</summary>
internal static class DatasetCatalog
{
    public static IReadOnlyList<Dataset> All { get; } =
        [new EssexMarch2019(), new Coventry201314(), new CoventryPilot(), new Coventry201701(), new Hackney201903()];

    /// <exception cref="ArgumentException">There is no such set; the message lists those that there are.</exception>
    public static Dataset Find(string name) => All.FirstOrDefault(dataset => dataset.Name == name)
        ?? throw new ArgumentException($"There is no data set {name}: give one of {string.Join(", ", All.Select(dataset => dataset.Name))}.");
}
