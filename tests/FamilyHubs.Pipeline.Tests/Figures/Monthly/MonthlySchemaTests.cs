using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyHubs.Pipeline.Figures.Monthly;
using NJsonSchema;
using static FamilyHubs.Pipeline.Tests.Figures.Monthly.MonthlyCase;

namespace FamilyHubs.Pipeline.Tests.Figures.Monthly;

/// <summary>The JSON of the monthly report is that of the published schema.</summary>
public sealed class MonthlySchemaTests
{
    [Fact]
    public async Task Report_OfAMonth_FitsTheSchema()
    {
        var computed = (await new MonthlyCase().Person(1, "2018-03-05").Review(1, OneYear, "2019-03-01").ComputeAsync()).Report;

        Assert.Empty((await SchemaAsync()).Validate(JsonSerializer.Serialize(computed, PipelineJson.Indented)));
    }

    [Fact]
    public async Task Report_WithEveryKindOfRow_FitsTheSchema()
    {
        var report = new MonthlyReport(
            "testshire",
            "2019-03",
            "20190401_0100",
            "v1",
            [new KpiFigure("2.01", "team", "11", null, "ytd", null, null, null, null, null, 80, null, null, null, Suppressed: true)],
            [new OutcomeFigure("1", "area", "T", "2019/20", 4, 1, 2, 1, 1, 50, 9, 91, 60, "red")],
            [new IndicatorFigure("AE17-21", "Council", "district", "A", "2019-03", 1, 2, 50, 40, null, "tick", "green")],
            [new CaseloadFigure("team", "11", "UP", 3, 2.5, 1.2)],
            [new NationalFigure("C1", "2018/19 Q4", 3, null, null)],
            [new DataQualityFigure("review-no-mode", "SREvent", "area", "T", 1, 4, 25)],
            [new PractitionerFigure("none", "1", 1, 1, 0, 0, 0)],
            [new FamilyInNeed("9", "N", ["G1"], 2, ["1"], ["Team North"], new DateOnly(2019, 3, 1), ["not reached"])]);

        Assert.Empty((await SchemaAsync()).Validate(JsonSerializer.Serialize(report, PipelineJson.Compact)));
    }

    [Theory]
    [InlineData("kpis", "period", "week")]
    [InlineData("kpis", "level", "county")]
    [InlineData("national", "quarter", "2019 Q1")]
    public async Task Report_WithAWrongValue_DoesNotFitTheSchema(string section, string field, string value)
    {
        var computed = (await new MonthlyCase().ComputeAsync()).Report;
        var json = JsonSerializer.SerializeToNode(computed, PipelineJson.Compact)!;
        json[section]![0]![field] = JsonValue.Create(value);

        Assert.NotEmpty((await SchemaAsync()).Validate(json.ToJsonString()));
    }

    private static Task<JsonSchema> SchemaAsync() => JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "schemas", "monthly.schema.json"));
}
