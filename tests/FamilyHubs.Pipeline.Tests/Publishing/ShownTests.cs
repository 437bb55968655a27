using FamilyHubs.Pipeline.Publishing;

namespace FamilyHubs.Pipeline.Tests.Publishing;

public sealed class ShownTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1204, "1,204")]
    [InlineData(1234567, "1,234,567")]
    [InlineData(null, "*")]
    public void Count_AnyNumber_HasThousandsSeparatorAndStarForSuppressed(int? count, string shown) => Assert.Equal(shown, Shown.Count(count));

    [Theory]
    [InlineData(1, 3, "33.3%")]
    [InlineData(1, 800, "0.1%")]
    [InlineData(125, 1000, "12.5%")]
    [InlineData(1, 2000, "0.1%")]
    [InlineData(2045, 10000, "20.5%")]
    [InlineData(2235, 10000, "22.4%")]
    [InlineData(3, 3, "100.0%")]
    [InlineData(0, 7, "0.0%")]
    public void Percentage_Share_HasOneDecimalHalfAwayFromZero(int numerator, int denominator, string shown) =>
        Assert.Equal(shown, Shown.Percentage(numerator, denominator));

    [Fact]
    public void Percentage_OfNothing_IsADash() => Assert.Equal("–", Shown.Percentage(0, 0));

    [Theory]
    [InlineData(null, 10)]
    [InlineData(3, null)]
    [InlineData(null, null)]
    public void Percentage_Suppressed_IsAStar(int? numerator, int? denominator) => Assert.Equal("*", Shown.Percentage(numerator, denominator));

    [Theory]
    [InlineData(1200, "up 1,200", "▲ up 1,200")]
    [InlineData(-3, "down 3", "▼ down 3")]
    [InlineData(0, "no change", "no change")]
    [InlineData(null, "*", "*")]
    public void Change_AnyDifference_SaysDirectionInWords(int? difference, string words, string arrow)
    {
        Assert.Equal(words, Shown.Change(difference));
        Assert.Equal(arrow, Shown.Arrow(difference));
    }

    [Theory]
    [InlineData(1, "1st")]
    [InlineData(2, "2nd")]
    [InlineData(3, "3rd")]
    [InlineData(4, "4th")]
    [InlineData(11, "11th")]
    [InlineData(12, "12th")]
    [InlineData(13, "13th")]
    [InlineData(21, "21st")]
    [InlineData(112, "112th")]
    public void Ordinal_AnyNumber_HasItsEnding(int number, string shown) => Assert.Equal(shown, Shown.Ordinal(number));

    [Fact]
    public void List_AnyLength_ReadsAsASentence()
    {
        Assert.Equal("", Shown.List([]));
        Assert.Equal("a", Shown.List(["a"]));
        Assert.Equal("a and b", Shown.List(["a", "b"]));
        Assert.Equal("a, b and c", Shown.List(["a", "b", "c"]));
    }
}
