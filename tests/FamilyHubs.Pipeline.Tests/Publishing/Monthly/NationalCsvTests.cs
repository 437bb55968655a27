using System.Text;
using FamilyHubs.Pipeline.Publishing.Monthly;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Publishing.Monthly;

public sealed class NationalCsvTests
{
    [Fact]
    public async Task Of_MonthWithinAQuarter_HasALineAnIndicatorAndSaysToDate()
    {
        var (report, profile) = ((await SampleMonth.ComputeAsync()).Report, await SmallArea.ProfileAsync());
        var lines = Encoding.UTF8.GetString(NationalCsv.Of(report, profile)).TrimEnd().Split("\r\n");
        Assert.Equal(1 + profile.National.Count, lines.Length);
        var line = lines.Single(row => row.Contains("\"C2\"", StringComparison.Ordinal));
        Assert.StartsWith("\"T\",\"Testshire\",\"2019/20\",\"Q1\",\"2019-04-01\",\"2019-04-30\",\"no\",\"C2\",", line, StringComparison.Ordinal);
        var figure = report.National.Single(row => row.Indicator == "C2");
        Assert.Equal((3, 4), (figure.Numerator, figure.Denominator));
        Assert.Contains($",{figure.Numerator},{figure.Denominator},", line, StringComparison.Ordinal);
    }
}
