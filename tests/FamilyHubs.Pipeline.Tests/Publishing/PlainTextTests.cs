using System.Globalization;
using System.Text;
using FamilyHubs.Pipeline.Publishing;

namespace FamilyHubs.Pipeline.Tests.Publishing;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Harlow", "Harlow")]
    [InlineData("  a \t b\r\nc ", "a b c")]
    [InlineData("a\0b", "a b")]
    [InlineData("\u202Eevil\u202C", "evil")]
    [InlineData("\uFEFFx\u200B", "x")]
    [InlineData("Zoë O'Brien", "Zoë O'Brien")]
    [InlineData("👩\u200D👧", "👩\u200D👧")]
    public void Clean_AnyText_IsOneLineWithoutHiddenCharacters(string text, string clean) => Assert.Equal(clean, PlainText.Clean(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u0000\u202E ")]
    public void Clean_NothingVisible_IsTheOtherText(string? text) => Assert.Equal("Team 7", PlainText.Clean(text, "Team 7"));

    [Fact]
    public void Clean_HalfASurrogatePair_IsReplaced() => Assert.Equal("\uFFFDx", PlainText.Clean("\uD800x"));

    [Fact]
    public void Clean_LongText_IsCut()
    {
        var clean = PlainText.Clean(new string('x', 500));
        Assert.Equal(PlainText.MostCharacters + 1, clean.Length);
        Assert.EndsWith("…", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_HeapOfMarks_KeepsAFew() => Assert.Equal("e\u0301\u0301\u0301", PlainText.Clean("e" + new string('\u0301', 200)));

    [Fact]
    public void Clean_NaughtyStrings_HaveNoControlOrDirectionCharacter() => Assert.All(NaughtyStrings.All, text => Assert.DoesNotContain(
        PlainText.Clean(text).EnumerateRunes(),
        rune => Rune.IsControl(rune) || rune.Value is 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
            || CharUnicodeInfo.GetUnicodeCategory(rune.Value) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}
