using FamilyHubs.Pipeline.UseCases;

namespace FamilyHubs.Pipeline.Tests.UseCases;

public sealed class SiteOptionsTests
{
    [Theory]
    [InlineData("reports.example.nhs.uk/")]
    [InlineData("http://reports.example.nhs.uk/")]
    [InlineData("https://reports.example.nhs.uk")]
    [InlineData("/reports/")]
    public void Of_NoAddressOfASite_IsRefused(string setting) =>
        Assert.Contains("SiteAddress", Assert.Throws<FormatException>(() => SiteOptions.Of(setting)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Of_Nothing_IsNoSite(string? setting) => Assert.Null(SiteOptions.Of(setting).WeeklyPage("essex", "2019-W13"));

    [Theory]
    [InlineData("https://reports.example.nhs.uk/", "https://reports.example.nhs.uk/api/reports/essex/weekly/2019-W13")]
    [InlineData("http://127.0.0.1:7071/", "http://127.0.0.1:7071/api/reports/essex/weekly/2019-W13")]
    public void Of_Address_LeadsToThePage(string setting, string page) => Assert.Equal(page, SiteOptions.Of(setting).WeeklyPage("essex", "2019-W13")!.ToString());
}
