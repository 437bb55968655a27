using System.Text;
using FamilyHubs.Pipeline.Extracts.Csv;

namespace FamilyHubs.Pipeline.Tests.Extracts.Csv;

public sealed class QuoteRulesTests
{
    [Fact]
    public void AreSound_EveryShortRecord_AgreesWithTheGrammar()
    {
        // Every record of up to eight characters out of quote, comma and letter, against the grammar written as a pattern.
        const string Letters = "\",a";
        const string Cell = "(?:\"(?:[^\"]|\"\")*\"|(?!\")[^,]*)";
        var grammar = new System.Text.RegularExpressions.Regex($@"\A{Cell}(?:,{Cell})*\z");
        for (var length = 0; length <= 8; length++)
        {
            for (var n = 0; n < Math.Pow(3, length); n++)
            {
                var text = new StringBuilder();
                for (int i = 0, left = n; i < length; i++, left /= 3)
                {
                    text.Append(Letters[left % 3]);
                }

                var record = text.ToString();
                Assert.True(grammar.IsMatch(record) == QuoteRules.AreSound(Encoding.ASCII.GetBytes(record), (byte)',', (byte)'"'), record);
            }
        }
    }
}
