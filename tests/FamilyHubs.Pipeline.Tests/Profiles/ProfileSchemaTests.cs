namespace FamilyHubs.Pipeline.Tests.Profiles;

public sealed class ProfileSchemaTests
{
    [Theory]
    [InlineData("kpis/0/target", null, "$.kpis[0].target", "missing")]
    [InlineData("kpis/0/target", "\"80\"", "$.kpis[0].target", "number from 0 to 100 or null")]
    [InlineData("kpis/0/target", "101", "$.kpis[0].target", "from 0 to 100")]
    [InlineData("kpis/0/goal", "80", "$.kpis[0].goal", "no such field")]
    [InlineData("kpis/0/unit", "\"Child\"", "$.kpis[0].unit", "none of the list")]
    [InlineData("kpis/0/anchor", "{}", "$.kpis[0].anchor", "fewer than 1")]
    [InlineData("kpis/0/anchor", "{ \"days\": 1, \"months\": 1 }", "$.kpis[0].anchor", "more than 1")]
    [InlineData("area", "\"Essex\"", "$.area", "pattern")]
    [InlineData("name", "\"\"", "$.name", "empty")]
    [InlineData("name", "5", "$.name", "text")]
    [InlineData("extract/delimiter", "\",,\"", "$.extract.delimiter", "longer than 1")]
    [InlineData("extract/fullIsComplete", "\"yes\"", "$.extract.fullIsComplete", "true or false")]
    [InlineData("extract/maxBadRowsMinimum", "1.5", "$.extract.maxBadRowsMinimum", "whole number")]
    [InlineData("extract/maxBadRowsPercent", "-1", "$.extract.maxBadRowsPercent", "below 0")]
    [InlineData("timeZone", "\"UTC\"", "$.timeZone", "none of the list")]
    [InlineData("contacts", "[]", "$.contacts", "object")]
    [InlineData("parentTypes", "{}", "$.parentTypes", "list")]
    [InlineData("tiers/1/sources", "[]", "$.tiers[1].sources", "fewer than 1")]
    [InlineData("countedModes", "[\"video\", \"video\"]", "$.countedModes", "twice")]
    [InlineData("reviews/oneYear", null, "$.reviews.oneYear", "missing")]
    [InlineData("reviews/oneYear/csdsActivityTypes", "[\"9\"]", "$.reviews.oneYear.csdsActivityTypes[0]", "pattern")]
    [InlineData("outcomeWordings/Goal met", "\"reached\"", "$.outcomeWordings['Goal met']", "none of the list")]
    [InlineData("outcomesFrom", "\"2019-02-30\"", "$.outcomesFrom", "no kind")]
    [InlineData("schedules/weekly/time", "\"6:00\"", "$.schedules.weekly.time", "pattern")]
    [InlineData("mail/fromAddress", "\"reports\"", "$.mail.fromAddress", "pattern")]
    public async Task LoadAsync_FieldAgainstTheSchema_NamesItsPathAndWhatWasExpected(string edit, string? json, string path, string says)
    {
        var result = await ProfileEdits.LoadAsync((edit, json));

        Assert.False(result.IsValid);
        var error = Assert.Single(result.Errors);
        Assert.Equal(path, error.Path);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
        Assert.NotNull(error.Line);
    }

    [Fact]
    public async Task LoadAsync_SchemaProperty_IsAllowed() =>
        Assert.Empty((await ProfileEdits.LoadAsync(("$schema", "\"../schemas/profile.schema.json\""))).Errors);

    [Fact]
    public async Task LoadAsync_UnknownField_ListsTheFieldsThatExist()
    {
        var error = Assert.Single((await ProfileEdits.LoadAsync(("rag/amber", "5"))).Errors);

        Assert.Contains("amberBand", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_HalfOfACharacter_IsAnError()
    {
        var profile = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "profiles", "essex.json"));

        var result = await ProfileEdits.LoadTextAsync(profile.Replace("\"name\": \"Essex\"", "\"name\": \"\\ud800\"", StringComparison.Ordinal));

        Assert.NotEmpty(result.Errors);
        Assert.Null(result.Profile);
    }
}
