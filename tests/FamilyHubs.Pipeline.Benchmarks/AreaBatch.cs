using System.Globalization;
using System.IO.Compression;
using System.Text;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>
/// A full batch of a whole area: people, their homes, groups, visits and coded entries, all columns of the specification in its dialect, zipped as it
/// is written. The cells mean nothing beyond their types. Same arguments, same bytes.
/// </summary>
internal static class AreaBatch
{
    private const double Repeats = 0.02;
    private const long FirstCode = 8_000_000_000;
    private const int Postcodes = 45_000;

    /// <summary>Writes the batch; gives its unpacked bytes.</summary>
    /// <param name="folder">Folder of the batch.</param>
    /// <param name="extract">Name of the batch.</param>
    /// <param name="codes">Rows of SRCode.</param>
    /// <param name="people">People; 0 writes SRCode alone.</param>
    /// <param name="quoted">Every cell in quotes, and a letter that only Windows-1252 has.</param>
    public static long Write(string folder, string extract, int codes, int people, bool quoted = false)
    {
        (string Table, int Rows)[] tables = people == 0
            ? [("SRCode", codes)]
            :
            [
                ("SRPatient", people), ("SRPatientAddressHistory", people * 3 / 2), ("SRPatientGroups", people * 5 / 2),
                ("SRVisit", people * 2), ("SRCode", codes),
            ];
        var owners = Math.Max(people, 400_000);
        return WriteBatch(folder, tables.Select(t => t.Table), $"N,N,,{extract}", (entry, table) => WriteRows(
            entry, table, tables.First(t => t.Table == table).Rows, owners, quoted, table == "SRPatient" ? (row, _) => 1_000_000 + row : RowId));
    }

    /// <summary>Writes the changes of a night to SRCode: half new rows, half rows that are there with other content.</summary>
    /// <param name="folder">Folder of the batch.</param>
    /// <param name="extract">Name of the batch.</param>
    /// <param name="since">Name of the batch before it.</param>
    /// <param name="codes">Rows of the table.</param>
    /// <param name="changes">Rows of the batch.</param>
    /// <param name="anywhere">Changed rows lie all over the table; otherwise in its newest tenth.</param>
    public static void WriteChanges(string folder, string extract, string since, int codes, int changes, bool anywhere) =>
        WriteBatch(folder, ["SRCode"], $"Y,N,{since},{extract}", (entry, table) => WriteRows(
            entry, table, changes, people: 400_000, quoted: false,
            (row, random) => FirstCode + ((row < changes / 2 ? random.Next(anywhere ? 0 : codes / 10 * 9, codes) : codes + row) * 3L)));

    private static long WriteBatch(string folder, IEnumerable<string> tables, string manifestLine, Func<Stream, string, long> write)
    {
        Directory.CreateDirectory(folder);
        var manifest = new StringBuilder("FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\n");
        long bytes = 0;
        using (var zip = new ZipArchive(File.Create(Path.Combine(folder, "SRExtract.zip")), ZipArchiveMode.Create))
        {
            foreach (var table in tables)
            {
                using var entry = zip.CreateEntry($"{table}.csv", CompressionLevel.Fastest).Open();
                bytes += write(entry, table);
                manifest.Append(CultureInfo.InvariantCulture, $"{table},{manifestLine}\r\n");
            }
        }

        File.WriteAllText(Path.Combine(folder, "SRManifest.csv"), manifest.ToString());
        return bytes;
    }

    /// <summary>Ids grow; one row in fifty has the id of an earlier one.</summary>
    private static long RowId(int row, Random random) => FirstCode + ((row > 100 && random.NextDouble() < Repeats ? random.Next(row) : row) * 3L);

    private static long WriteRows(Stream stream, string table, int rows, int people, bool quoted, Func<int, Random, long> idOf)
    {
        var contract = ContractCatalog.Shipped.Find(table)!;
        var random = new Random(7);
        var (text, cell) = (new StringBuilder(), new StringBuilder());
        long bytes = 0;
        text.AppendJoin(',', contract.Columns.Select(c => c.Name)).Append("\r\n");
        for (var row = 0; row < rows; row++)
        {
            var id = idOf(row, random);
            var day = new DateTime(2015, 1, 1).AddMinutes(random.Next(60 * 24 * 1500));
            for (var column = 0; column < contract.Columns.Count; column++)
            {
                AppendCell(cell.Clear(), contract.Columns[column], id, day, people, random);
                text.Append(column > 0 ? "," : string.Empty);
                if (quoted)
                {
                    text.Append('"').Append(cell.Replace("\"", "").Replace("Local", "Caf\u00e9")).Append('"');
                }
                else
                {
                    text.Append(cell);
                }
            }

            text.Append("\r\n");
            if (text.Length > 1 << 20 || row == rows - 1)
            {
                var block = Encoding.Latin1.GetBytes(text.ToString());
                stream.Write(block);
                bytes += block.Length;
                text.Clear();
            }
        }

        return bytes;
    }

    private static void AppendCell(StringBuilder text, ContractColumn column, long id, DateTime day, int people, Random random)
    {
        switch (column.Name)
        {
            case "RowIdentifier":
                text.Append(id);
                break;
            case "IDPatient":
                text.Append(1_000_000 + random.Next(people));
                break;
            case "NHSNumber":
                text.Append(9_000_000_000 + random.NextInt64(999_999_999));
                break;
            case "FullPostCode":
                var postcode = random.Next(Postcodes);
                text.Append(CultureInfo.InvariantCulture, $"ZZ{postcode / 1000} {postcode / 100 % 10}{(char)('A' + (postcode / 10 % 10))}{(char)('A' + (postcode % 10))}");
                break;
            case "CTV3Code":
                text.Append("YEa").Append(random.Next(10, 90));
                break;
            case "CTV3Text" or "Name":
                text.Append("\"Local entry, as recorded on the form\"");
                break;
            case "NumericValue":
                text.Append("0.0");
                break;
            default:
                AppendByType(text, column, day, random);
                break;
        }
    }

    private static void AppendByType(StringBuilder text, ContractColumn column, DateTime day, Random random)
    {
        switch (column.Type)
        {
            case ColumnType.DateTime or ColumnType.Date:
                text.Append(day.ToString("dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture));
                break;
            case ColumnType.Boolean:
                text.Append("FALSE");
                break;
            case ColumnType.Integer when column.Id:
                text.Append(random.Next(3) == 0 ? -1 : random.NextInt64(1_000_000_000, 9_000_000_000));
                break;
            case ColumnType.Text when column.Name.StartsWith("IDOrganisation", StringComparison.Ordinal):
                text.Append("\"Z0").Append(random.Next(10, 40)).Append('"');
                break;
            default:
                break;
        }
    }
}
