using System.Globalization;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.StorageTests.Tables;

public sealed class TableRulesTests
{
    [Fact]
    public void Encode_EachCharacter_IsAllowedAndComesBack()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var key = "a" + (char)c + "b";
            var stored = TableKey.Encode(key);
            Assert.Equal(key, TableKey.Decode(stored));
            Assert.DoesNotContain(stored, s => s is '/' or '\\' or '#' or '?' or <= '\u001F' or (>= '\u007F' and <= '\u009F') || char.IsSurrogate(s));
        }
    }

    [Fact]
    public void Decode_KeyThatWasNotEncoded_IsKept() => Assert.Equal("a!b!zzzz!12", TableKey.Decode("a!b!zzzz!12"));

    [Fact]
    public void Check_Size_FollowsTheFormulaOfTheService()
    {
        var row = Row(new() { ["Ab"] = "xyz", ["C"] = 1L, ["D"] = true, ["E"] = 2, ["F"] = new byte[5], ["G"] = null });

        // 4 + 2 x 2 keys; text 8 + 4 + 4 + 6; long 8 + 2 + 8; bool 8 + 2 + 1; int 8 + 2 + 4; binary 8 + 2 + 4 + 5.
        Assert.Equal(8 + 22 + 18 + 11 + 14 + 19, TableRules.Check(row));
    }

    [Theory]
    [InlineData(252, true)]
    [InlineData(253, false)]
    public void Check_NumberOfProperties(int count, bool allowed) =>
        AssertAllowed(allowed, Row(Enumerable.Range(0, count).ToDictionary(i => string.Create(CultureInfo.InvariantCulture, $"P{i}"), object? (i) => i)));

    [Theory]
    [InlineData(32_768, true)]
    [InlineData(32_769, false)]
    public void Check_LengthOfAText(int length, bool allowed) => AssertAllowed(allowed, Row(new() { ["T"] = new string('x', length) }));

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public void Check_SizeOfARow(int texts, bool allowed) =>
        AssertAllowed(allowed, Row(Enumerable.Range(0, texts).ToDictionary(i => string.Create(CultureInfo.InvariantCulture, $"P{i}"), object? (_) => new string('x', 32_768))));

    [Theory]
    [InlineData(512, 'k', true)]
    [InlineData(513, 'k', false)]
    [InlineData(102, '/', true)]
    [InlineData(103, '/', false)]
    public void Check_LengthOfAKey(int length, char of, bool allowed) => AssertAllowed(allowed, new TableRow("p", new string(of, length)));

    [Theory]
    [InlineData("PartitionKey")]
    [InlineData("Timestamp")]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("with space")]
    [InlineData("with-hyphen")]
    public void Check_NameOfAProperty_IsRefused(string name) => AssertAllowed(false, Row(new() { [name] = 1 }));

    [Fact]
    public void Check_ValuesThatCannotBeStored_AreRefused()
    {
        AssertAllowed(false, Row(new() { ["V"] = double.NaN }));
        AssertAllowed(false, Row(new() { ["V"] = 1.5m }));
        AssertAllowed(false, Row(new() { ["V"] = new DateOnly(2019, 4, 1) }));
        AssertAllowed(false, Row(new() { ["V"] = new DateTimeOffset(1600, 12, 31, 0, 0, 0, TimeSpan.Zero) }));
    }

    [Fact]
    public void Transactions_AnyRows_KeepTheLimitsAndEveryRowInOrder()
    {
        var text = new string('x', 30_000);
        var rows = Enumerable.Range(0, 777)
            .Select(i => new TableRow(i % 3 == 0 ? "a" : "b", i.ToString("D4", CultureInfo.InvariantCulture)) { Values = new Dictionary<string, object?> { ["T"] = text[..(i * 37 % 30_000)] } })
            .ToList();

        var transactions = TableTransactions.Of(rows);

        Assert.All(transactions, transaction =>
        {
            Assert.InRange(transaction.Count, 1, 100);
            Assert.Single(transaction.Select(row => row.Partition).Distinct());
            Assert.InRange(transaction.Sum(TableRules.Check), 1, 4 * 1024 * 1024);
        });
        foreach (var partition in (string[])["a", "b"])
            Assert.Equal(rows.Where(row => row.Partition == partition), transactions.SelectMany(rows => rows).Where(row => row.Partition == partition));
        Assert.True(transactions.Count > 8);
    }

    private static TableRow Row(Dictionary<string, object?> values) => new("p", "r") { Values = values };

    private static void AssertAllowed(bool allowed, TableRow row)
    {
        if (allowed) Assert.True(TableRules.Check(row) > 0);
        else Assert.Throws<ArgumentException>(() => TableRules.Check(row));
    }
}
