using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Publishing.Snapshots;
using FamilyHubs.Pipeline.Tests.Figures.Monthly.Disclosure;
using FamilyHubs.Pipeline.Tests.UseCases.Snapshots;

namespace FamilyHubs.Pipeline.Tests.Publishing.Snapshots;

public sealed class SnapshotSchemaTests
{
    /// <summary>The columns as first published. Files of years are read together: add columns at the end of a table, never take one away.</summary>
    private static readonly Dictionary<string, string> FirstPublished = new(StringComparer.Ordinal)
    {
        ["kpis"] = "area:Text month:Text level:Text code:Text name:Text kpi:Text title:Text period:Text period_from:Date period_to:Date numerator:Integer denominator:Integer "
            + "percentage:Number lower:Number upper:Number target:Number rag:Text mark:Text near_miss:Integer suppressed:Boolean definition_version:Text extract:Text run_id:Text computed_at:DateTime",
        ["outcomes"] = "area:Text month:Text level:Text code:Text name:Text measure:Text title:Text start_year:Text cohort:Integer active:Integer completed:Integer abandoned:Integer "
            + "achieved:Integer achieved_percentage:Number lower:Number upper:Number target:Number rag:Text suppressed:Boolean definition_version:Text extract:Text run_id:Text computed_at:DateTime",
        ["priority_groups"] = "area:Text month:Text level:Text code:Text name:Text section:Text group_code:Text group_name:Text measure:Text as_of:Date value:Number rank:Integer "
            + "suppressed:Boolean definition_version:Text extract:Text run_id:Text computed_at:DateTime",
        ["indicators"] = "area:Text month:Text level:Text code:Text name:Text indicator:Text title:Text organisation:Text period:Text numerator:Number denominator:Number value:Number "
            + "target:Number baseline:Number mark:Text rag:Text suppressed:Boolean definition_version:Text extract:Text run_id:Text computed_at:DateTime",
        ["caseload"] = "area:Text month:Text level:Text code:Text name:Text tier:Text title:Text count:Integer wte:Number per_wte:Number suppressed:Boolean "
            + "definition_version:Text extract:Text run_id:Text computed_at:DateTime",
        ["data_quality"] = "area:Text month:Text level:Text code:Text name:Text rule:Text table_name:Text failed:Integer checked:Integer percentage:Number suppressed:Boolean "
            + "definition_version:Text extract:Text run_id:Text computed_at:DateTime",
    };

    [Fact]
    public async Task Tables_OfEveryVersion_BeginWithTheColumnsFirstPublished()
    {
        using var world = await SnapshotWorld.CreateAsync();
        await world.FiguresAsync(new MadeUpArea(world.Profile, 1, 300).Report(new Month(2019, 3)), "run-a");
        var tables = (await world.PublishAsync()).Manifest!.Tables.ToDictionary(table => table.Name);

        Assert.All(FirstPublished, first => Assert.StartsWith(
            first.Value, string.Join(' ', tables[first.Key].Columns.Select(column => $"{column.Name}:{column.Type}")), StringComparison.Ordinal));
        Assert.All(tables.Values.SelectMany(table => table.Columns), column => Assert.False(string.IsNullOrWhiteSpace(column.Description)));
        Assert.All(tables.Values, table => Assert.Matches("^[a-z_]+( [a-z_]+)*$", string.Join(' ', table.Columns.Select(column => column.Name))));
    }

    [Theory]
    [InlineData("r1", 1)]
    [InlineData("r12", 12)]
    [InlineData("r01", null)]
    [InlineData("r", null)]
    [InlineData("r-1", null)]
    [InlineData("R1", null)]
    [InlineData("r1 ", null)]
    public void Revision_Text_IsReadAsItIsWritten(string text, int? revision) => Assert.Equal(revision, SnapshotNames.Revision(text));
}
