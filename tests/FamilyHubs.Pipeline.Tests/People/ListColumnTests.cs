using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Tests.People;

public sealed class ListColumnTests
{
    [Theory]
    [InlineData(ListKind.Configured, "7", "Seven of the option list")]
    [InlineData(ListKind.Static, "7", "Seven of the mapping")]
    [InlineData(ListKind.Configured, "8", "Eight of the mapping")]
    [InlineData(ListKind.Static, "9", "Nine of the option list")]
    [InlineData(ListKind.Static, " -3 ", "Minus three")]
    [InlineData(ListKind.Static, " Home ", "Home")]
    public async Task Resolve_Cell_IsTheTextOfItsListThenOfTheOther(ListKind kind, string cell, string expected)
    {
        var lists = await ListsAsync();

        Assert.Equal(expected, lists.Resolve(cell, kind, out var unmapped));
        Assert.False(unmapped);
    }

    [Fact]
    public async Task Resolve_IntegerInNeitherList_IsTextAndUnmapped()
    {
        var lists = await ListsAsync();

        Assert.Equal("99", lists.Resolve("99", ListKind.Static, out var unmapped));
        Assert.True(unmapped);
    }

    [Fact]
    public async Task Of_Cells_CountsWhatIsEmptyUnknownAndUnmapped()
    {
        var column = new ListColumn<int>(await ListsAsync(), ListKind.Static, TextMeanings.Of(["seven of the MAPPING", "99"], 1));

        Assert.Equal([1, 1, 1, null, null, null, null], new[] { "7", " Seven of the mapping", "99", "Other", "98", " ", null }.Select(column.Of));
        Assert.Equal((7, 2, 2, 2), (column.Checked, column.Empty, column.Unknown, column.Unmapped));
    }

    private static Task<ListTexts> ListsAsync() => ListTexts.LoadAsync(
        new ExtractTablesBuilder()
            .Add("SRConfiguredListOption", new { RowIdentifier = 7, ConfiguredListOption = "Seven of the option list" }, new { RowIdentifier = 9, ConfiguredListOption = " Nine of the option list " })
            .Add("SRMapping", new { RowIdentifier = 7, Mapping = "Seven of the mapping" }, new { RowIdentifier = 8, Mapping = "Eight of the mapping" }, new { RowIdentifier = -3, Mapping = "Minus three" })
            .Build(),
        CancellationToken.None);
}
