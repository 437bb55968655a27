using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Tests.People;

public sealed class TextLookupTests
{
    [Fact]
    public void Find_ManyTextsInTurn_GivesEachTheValueOfTheDictionary()
    {
        var values = Enumerable.Range(0, 5000).Where(n => n % 3 > 0).ToDictionary(n => $"Y{n:0000}a", n => n, StringComparer.Ordinal);
        var lookup = new TextLookup<int>(values);
        string?[] texts = [null, "", .. Enumerable.Range(0, 5000).Select(n => $"Y{n:0000}a")];

        foreach (var text in texts.Concat(texts.Reverse()))
        {
            Assert.Equal(text is not null && values.TryGetValue(text, out var value) ? value : null, lookup.Find(text));
        }
    }
}
