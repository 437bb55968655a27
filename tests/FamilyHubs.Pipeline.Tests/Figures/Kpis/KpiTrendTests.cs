using System.Globalization;
using FamilyHubs.Pipeline.Figures.Kpis;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Kpis;

public sealed class KpiTrendTests
{
    [Fact]
    public async Task Trend_OfTwoYears_HasAPointForEachMonthWithADenominator()
    {
        var tables = new ExtractTablesBuilder().Add("Postcodes", new { PostcodeKey = "pA", District = "A" });
        var last = Month.Parse("2019-03");
        for (var number = 0; number < 26; number++)
        {
            // One child is one year old in each month but December 2018; those of even months were seen.
            var month = last.AddMonths(-number);
            if (month == Month.Parse("2018-12"))
            {
                continue;
            }

            var birth = month.First.AddMonths(-12).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            tables.Add("SRPatient", new { RowIdentifier = number, DateBirth = birth });
            tables.Add("SRPatientAddressHistory", new { RowIdentifier = number, IDPatient = number, DateEvent = birth, PostcodeKey = "pA" });
            if (month.Number % 2 == 0)
            {
                tables.Add("SRCode", new { RowIdentifier = number, IDPatient = number, CTV3Code = "YEa62", DateEvent = birth });
            }
        }

        var context = await MonthlyContext.LoadAsync(await SmallArea.ProfileAsync(), tables.Build(), last, CancellationToken.None);
        var trends = KpiTrend.Of(context).Where(trend => trend.Kpi == "2.34").ToArray();

        Assert.Equal([("area", "T"), ("quadrant", "N"), ("district", "A"), ("team", "none")], trends.Select(trend => (trend.Level, trend.Code)));
        var points = trends[0].Chart.Points;
        Assert.Equal(23, points.Count);
        Assert.Equal((new DateOnly(2017, 4, 1), 100, new DateOnly(2019, 3, 1), 0), (points[0].Day, points[0].Value, points[^1].Day, points[^1].Value));
        Assert.DoesNotContain(points, point => point.Day == new DateOnly(2018, 12, 1));
        Assert.NotNull(trends[0].Chart.Variation);
        Assert.NotNull(trends[0].Chart.Assurance);
    }
}
