namespace FamilyHubs.Pipeline.EndToEndTests.Datasets;

/// <summary>The mandated checks of March 2019 (E19-20 to E19-24, calculations.md 5).</summary>
public sealed class EssexMarch2019Tests
{
    [Fact]
    public async Task Monthly_EssexMarch2019_GivesTheFiveKpisAndMarksOnlyOneBelowTarget()
    {
        var report = Assert.Single(await DatasetCycle.RunAsync("essex-march-2019", "essex", "2019-03"));

        Assert.Equal(
            [
                "2.01|809|1000|80.9|80|n/a|green|39",
                "2.02|987|1000|98.7|96|tick|green|2",
                "2.33|980|1000|98|95|tick|green|0",
                "2.34|936|1000|93.6|95|cross|amber|0",
                "2.35|949|1000|94.9|90|tick|green|10",
            ],
            PrintedRows.Of(report, "kpis", "level=area period=month", "kpi numerator denominator percentage target mark rag nearMiss"));

        // Two outside the districts from birth, two who moved there; as many without a usable postcode. They are in no total.
        string[] elsewhere = ["2.01|2|4", "2.02|2|4", "2.33|2|4", "2.34|2|4", "2.35|2|4"];
        Assert.Equal(elsewhere, PrintedRows.Of(report, "kpis", "level=outside period=month", "kpi numerator denominator"));
        Assert.Equal(elsewhere, PrintedRows.Of(report, "kpis", "level=unknown period=month", "kpi numerator denominator"));
    }
}
