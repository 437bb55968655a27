namespace FamilyHubs.Pipeline.Extracts.Csv;

/// <summary>Whether the quotes of one record add up. Only records that the CSV reader flagged come here.</summary>
internal static class QuoteRules
{
    /// <summary>
    /// False when a quoted cell is not closed, or closes before the end of its cell: where such a record ends is a guess. A quote inside
    /// an unquoted cell is a character like others.
    /// </summary>
    public static bool AreSound(ReadOnlySpan<byte> record, byte delimiter, byte qualifier)
    {
        while (true)
        {
            if (record.Length == 0 || record[0] != qualifier)
            {
                var next = record.IndexOf(delimiter);
                if (next < 0)
                {
                    return true;
                }

                record = record[(next + 1)..];
                continue;
            }

            record = record[1..];
            while (true)
            {
                var quote = record.IndexOf(qualifier);
                if (quote < 0)
                {
                    return false;
                }

                record = record[(quote + 1)..];
                if (record.Length == 0)
                {
                    return true;
                }

                if (record[0] != qualifier)
                {
                    break;
                }

                record = record[1..];
            }

            if (record[0] != delimiter)
            {
                return false;
            }

            record = record[1..];
        }
    }
}
