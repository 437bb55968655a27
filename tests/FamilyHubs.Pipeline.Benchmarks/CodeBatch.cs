using System.Globalization;
using System.IO.Compression;
using System.Text;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>A batch with one SRCode table: all columns of the specification in its dialect, 2 % of the rows repeat an earlier key. Same arguments, same bytes.</summary>
internal static class CodeBatch
{
    private const int People = 400_000;
    private const double Repeats = 0.02;

    /// <summary>Writes the batch; gives the unpacked bytes of the table.</summary>
    public static long Write(string folder, string extract, int rows)
    {
        Directory.CreateDirectory(folder);
        var contract = ContractCatalog.Shipped.Find("SRCode")!;
        long bytes;
        using (var zip = new ZipArchive(File.Create(Path.Combine(folder, "SRExtract.zip")), ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("SRCode.csv", CompressionLevel.Fastest).Open();
            bytes = WriteRows(entry, contract, rows);
        }

        File.WriteAllText(Path.Combine(folder, "SRManifest.csv"), $"FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\nSRCode,N,N,,{extract}\r\n");
        return bytes;
    }

    private static long WriteRows(Stream stream, TableContract contract, int rows)
    {
        var random = new Random(7);
        var text = new StringBuilder();
        long bytes = 0;
        text.AppendJoin(',', contract.Columns.Select(c => c.Name)).Append("\r\n");
        for (var row = 0; row < rows; row++)
        {
            var id = row > 100 && random.NextDouble() < Repeats ? 8_000_000_000 + (random.Next(row) * 3L) : 8_000_000_000 + (row * 3L);
            var day = new DateTime(2015, 1, 1).AddMinutes(random.Next(60 * 24 * 1500));
            for (var column = 0; column < contract.Columns.Count; column++)
            {
                if (column > 0)
                {
                    text.Append(',');
                }

                AppendCell(text, contract.Columns[column].Name, id, day, random);
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

    private static void AppendCell(StringBuilder text, string column, long id, DateTime day, Random random)
    {
        switch (column)
        {
            case "RowIdentifier":
                text.Append(id);
                break;
            case "IDOrganisationVisibleTo" or "IDOrganisation" or "IDOrganisationDoneAt" or "IDOrganisationRegisteredAt":
                text.Append("\"Z0").Append(random.Next(10, 40)).Append('"');
                break;
            case "DateEvent" or "DateEventRecorded":
                text.Append(day.ToString("dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture));
                break;
            case "IDPatient":
                text.Append(1_000_000 + random.Next(People));
                break;
            case "CTV3Code":
                text.Append("YEa").Append(random.Next(10, 90));
                break;
            case "CTV3Text":
                text.Append("\"Local entry, as recorded on the form\"");
                break;
            case "IsNumeric":
                text.Append("FALSE");
                break;
            case "NumericValue":
                text.Append("0.0");
                break;
            case "EpisodeType":
                text.Append("None");
                break;
            default:
                text.Append(column.StartsWith("ID", StringComparison.Ordinal) ? random.Next(3) == 0 ? "-1" : random.NextInt64(1_000_000_000, 9_000_000_000) : string.Empty);
                break;
        }
    }
}
