using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.People;

/// <summary>The people of test tables under the profile of <see cref="SmallArea"/>.</summary>
internal static class TestPopulation
{
    public static async Task<Population> LoadAsync(ExtractTablesBuilder builder)
    {
        var tables = builder.Build();
        var people = await PersonRegister.LoadAsync(tables, CancellationToken.None);
        var reader = new PopulationReader(
            await SmallArea.ProfileAsync(),
            people,
            await PostcodeReference.LoadAsync(tables, CancellationToken.None),
            await ListTexts.LoadAsync(tables, CancellationToken.None));
        await TableScan.RunAsync(tables, reader.Readers, CancellationToken.None);
        return reader.Build();
    }
}
