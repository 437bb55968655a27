using System.Globalization;
using System.Text;
using FamilyHubs.Pipeline.Extracts.Csv;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Extracts;

/// <summary>The keys of refused rows, as far as they can be read: by these a corrected row finds the one that it corrects.</summary>
internal static class RefusedKeys
{
    /// <summary>RowIdentifier and organisation of each record in order; null for one without a readable RowIdentifier.</summary>
    public static async Task<IReadOnlyList<(long Id, string Organisation)?>> ReadAsync(Stream content, ExtractSettings settings, CancellationToken cancel)
    {
        var options = new ReaderOptions();
        using var records = new CsvRecords(new ReplayStream(content, options.Window), 0, CsvDialect.Of(settings), options.BlockBytes);
        List<(long, string)?> keys = [];
        if (!await records.ReadAsync(cancel))
        {
            return keys;
        }

        var header = Enumerable.Range(0, records.FieldCount).Select(i => Text(records, i).TrimStart('\uFEFF')).ToList();
        var (id, organisation) = (header.IndexOf("RowIdentifier"), header.IndexOf("IDOrganisationVisibleTo"));
        while (await records.ReadAsync(cancel))
        {
            keys.Add(KeyOf(records, id, organisation));
        }

        return keys;
    }

    private static (long, string)? KeyOf(CsvRecords records, int id, int organisation)
    {
        if (records.Unclosed || records.TooLong || id < 0 || id >= records.FieldCount || organisation >= records.FieldCount)
        {
            return null;
        }

        return long.TryParse(Text(records, id), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var row)
            ? (row, organisation < 0 ? string.Empty : Text(records, organisation))
            : null;
    }

    private static string Text(CsvRecords records, int cell) => Encoding.Latin1.GetString(records.Cell(cell)).Trim();
}
