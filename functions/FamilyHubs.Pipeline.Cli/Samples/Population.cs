using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Makers;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>The families of a sample, one after the other: only one is in memory at a time.</summary>
internal sealed class Population(SampleArea area) : IFamilySource
{
    public IEnumerable<Family> Families()
    {
        var maker = new FamilyMaker(area);
        var (people, children) = (0L, 0);
        for (var index = 0; children < area.Options.Children; index++)
        {
            var family = maker.Make(index, people);
            people += family.People.Count();
            children += family.Children.Count;
            yield return family;
        }
    }
}
