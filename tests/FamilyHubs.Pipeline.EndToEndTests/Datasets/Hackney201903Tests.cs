namespace FamilyHubs.Pipeline.EndToEndTests.Datasets;

/// <summary>City and Hackney, March 2019 (H19-07, H19-10, H19-25).</summary>
public sealed class Hackney201903Tests
{
    [Fact]
    public async Task Monthly_Hackney201903_GivesContinuityOfCarerAndHealthAssessments()
    {
        var reports = await DatasetCycle.RunAsync("hackney-2019-03", "hackney", "2019-03", "2018-05");

        Assert.Equal(
            ["289|1000|28.9|20|tick|green"],
            PrintedRows.Of(reports[0], "indicators", "level=area indicator=continuity-of-carer", "numerator denominator value target mark rag"));
        Assert.Equal(
            ["16|25|64|95|cross|red"],
            PrintedRows.Of(reports[0], "indicators", "level=area indicator=lac-iha-20-days", "numerator denominator value target mark rag"));
        Assert.Equal(
            ["15|25"], PrintedRows.Of(reports[1], "indicators", "level=area indicator=lac-iha-20-days", "numerator denominator"));

        // All checks at their targets with the exception of the antenatal contact.
        Assert.Equal(
            ["HV1|cross", "HV2|tick", "HV3|tick", "HV4|tick", "HV5|tick"], PrintedRows.Of(reports[0], "kpis", "level=area period=month", "kpi mark"));
    }
}
