using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Publishing;
using NJsonSchema;

namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

/// <summary>The JSON of the weekly report is that of the published schema, for readers behind sign-in and for mails.</summary>
public sealed class WeeklySchemaTests
{
    [Fact]
    public async Task Report_WithChildListAndChange_FitsTheSchema()
    {
        var essex = await SampleWeeklyReport.Essex;
        var report = RandomWeeklyReport.Of(1, 900, essex, previous: RandomWeeklyReport.Of(2, 900, essex)) with
        {
            ChildList = (await SampleWeeklyReport.SignIn).ChildList,
        };

        Assert.NotEmpty(report.Change);
        Assert.NotEmpty(report.ChildList!);
        Assert.Empty(await ErrorsAsync(JsonSerializer.Serialize(report, PipelineJson.Indented)));
    }

    [Fact]
    public async Task Report_AfterDisclosureControl_FitsTheSchema()
    {
        var essex = await SampleWeeklyReport.Essex;
        var report = WeeklyDisclosure.Apply(RandomWeeklyReport.Of(3, 300, essex), new DisclosureRule(Threshold: 5, RoundTo: 0), essex);

        Assert.Contains(report.Groups, row => row.Suppressed);
        Assert.Empty(await ErrorsAsync(JsonSerializer.Serialize(report, PipelineJson.Compact)));
    }

    [Theory]
    [InlineData("totals", "level", "county")]
    [InlineData("groups", "rank", "first")]
    [InlineData("combinations", "groups", "G1|G2|G3")]
    [InlineData("meaningfulReach", "percentage", "50 %")]
    public async Task Report_WithAWrongValue_DoesNotFitTheSchema(string section, string field, string value)
    {
        var json = JsonSerializer.SerializeToNode(RandomWeeklyReport.Of(4, 900, await SampleWeeklyReport.Essex), PipelineJson.Compact)!;
        json[section]![0]![field] = JsonValue.Create(value);

        Assert.NotEmpty(await ErrorsAsync(json.ToJsonString()));
    }

    private static async Task<ICollection<NJsonSchema.Validation.ValidationError>> ErrorsAsync(string json) =>
        (await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "schemas", "weekly.schema.json"))).Validate(json);
}
