using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>The families of a data set.</summary>
internal sealed class DatasetPopulation(Dataset dataset, SampleArea area) : IFamilySource
{
    public IEnumerable<Family> Families() => dataset.Families(area);
}
