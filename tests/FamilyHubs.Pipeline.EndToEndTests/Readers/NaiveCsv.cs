using System.Numerics;
using System.Text;

namespace FamilyHubs.Pipeline.EndToEndTests.Readers;

/// <summary>The plainest reader of a CSV text, a character at a time: it shares nothing with the product's.</summary>
internal static class NaiveCsv
{
    /// <summary>Number of records and the sum of a column of whole numbers.</summary>
    public static (long Rows, BigInteger Sum) SumOf(string text, string column)
    {
        var records = Records(text).ToArray();
        var place = Array.IndexOf(records[0], column);
        return (records.Length - 1, records.Skip(1).Select(r => BigInteger.Parse(r[place])).Aggregate(BigInteger.Zero, BigInteger.Add));
    }

    private static IEnumerable<string[]> Records(string text)
    {
        List<string> record = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(c);
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n')
            {
                record.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                {
                    yield return [.. record];
                    record.Clear();
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || record.Count > 0)
        {
            yield return [.. record, cell.ToString()];
        }
    }
}
