using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>
/// A full batch for the weekly report: people of all ages with one home each in the districts of Essex, and coded entries that begin and end priority
/// groups. Only the columns that the report reads. Same arguments, same bytes.
/// </summary>
internal static class GroupBatch
{
    private const int Postcodes = 20_000;

    private static readonly string[] Districts =
    [
        "E07000066", "E07000067", "E07000068", "E07000069", "E07000070", "E07000071", "E07000072", "E07000073", "E07000074", "E07000075", "E07000076", "E07000077",
    ];

    /// <summary>Writes the batch and the postcodes beside it.</summary>
    public static void Write(string folder, string extract, int people, int codes)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(11);
        using (var zip = new ZipArchive(File.Create(Path.Combine(folder, "SRExtract.zip")), ZipArchiveMode.Create))
        {
            WriteTable(zip, "SRPatient", "RowIdentifier,IDOrganisationVisibleTo,DateBirth,Gender", people, n =>
                FormattableString.Invariant($"{1_000_000 + n},ORG1,{Birth(random):dd MMM yyyy HH:mm},F"));
            WriteTable(zip, "SRPatientAddressHistory", "RowIdentifier,IDOrganisationVisibleTo,DateEvent,AddressType,FullPostCode,IDPatient", people, n =>
                FormattableString.Invariant($"{5_000_000 + n},ORG1,01 Jan 2015 09:00:00,Home,{Postcode(random.Next(Postcodes))},{1_000_000 + n}"));
            WriteTable(zip, "SRCode", "RowIdentifier,IDOrganisationVisibleTo,DateEvent,CTV3Code,IDPatient", codes, n =>
                FormattableString.Invariant($"{9_000_000_000 + n},ORG1,{Moment(random):dd MMM yyyy HH:mm:ss},YEa{random.Next(57):00},{1_000_000 + random.Next(people)}"));
        }

        File.WriteAllText(
            Path.Combine(folder, "SRManifest.csv"),
            "FileName,IsDelta,IsReference,DateExtractFrom,DateExtractTo\r\n"
            + string.Concat(new[] { "SRPatient", "SRPatientAddressHistory", "SRCode" }.Select(table => $"{table},N,N,,{extract}\r\n")));
        var postcodes = new StringBuilder("Postcode,District,Lsoa,ImdQuintile\r\n");
        for (var n = 0; n < Postcodes; n++)
        {
            postcodes.Append(CultureInfo.InvariantCulture, $"{Postcode(n)},{Districts[n % Districts.Length]},E01{n % 800:000000},{1 + (n % 5)}\r\n");
        }

        File.WriteAllText(Path.Combine(folder, "postcodes.csv"), postcodes.ToString());
    }

    private static void WriteTable(ZipArchive zip, string table, string header, int rows, Func<int, string> row)
    {
        using var text = new StreamWriter(zip.CreateEntry($"{table}.csv", CompressionLevel.Fastest).Open(), Encoding.Latin1) { NewLine = "\r\n" };
        text.WriteLine(header);
        for (var n = 0; n < rows; n++)
        {
            text.WriteLine(row(n));
        }
    }

    /// <summary>Half of the people are under five at the end of March 2019.</summary>
    private static DateTime Birth(Random random) => random.Next(2) == 0
        ? new DateTime(2014, 4, 2).AddDays(random.Next(1800))
        : new DateTime(1975, 1, 1).AddDays(random.Next(14_000));

    private static DateTime Moment(Random random) => new DateTime(2015, 1, 1).AddSeconds(random.NextInt64(130_000_000));

    private static string Postcode(int n) => string.Create(
        CultureInfo.InvariantCulture, $"ZZ{n / 1000} {n / 100 % 10}{(char)('A' + (n / 10 % 10))}{(char)('A' + (n % 10))}");
}
