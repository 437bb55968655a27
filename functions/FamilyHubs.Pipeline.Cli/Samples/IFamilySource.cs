using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>The families of a sample. Each call makes them anew, and the same.</summary>
internal interface IFamilySource
{
    IEnumerable<Family> Families();
}
