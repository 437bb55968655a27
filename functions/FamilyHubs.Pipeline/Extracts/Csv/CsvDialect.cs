using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Extracts.Csv;

/// <summary>How a file is written (extracts.md 2). A byte order mark of UTF-8 wins over <see cref="Utf8"/>.</summary>
/// <param name="Delimiter">Stands between cells.</param>
/// <param name="Qualifier">Stands around cells; doubled inside.</param>
/// <param name="Utf8">UTF-8; otherwise Windows-1252.</param>
/// <param name="Dates">How dates are written.</param>
public sealed record CsvDialect(char Delimiter, char Qualifier, bool Utf8, DateForms Dates)
{
    private const string Warehouse = "warehouse";

    /// <summary>Returns and reference files (extracts.md 5).</summary>
    public static CsvDialect Return { get; } = new(',', '"', Utf8: true, DateForms.Iso);

    /// <summary>The word NULL stands for an empty cell.</summary>
    public bool NullWord { get; init; }

    /// <summary>A row of dashes may stand under the header.</summary>
    public bool DashesUnderHeader { get; init; }

    /// <summary>
    /// The dialect of an area's extract. <c>warehouse</c> is that of tables which a trust's data warehouse passes on (systmone.md 1.8).
    /// </summary>
    /// <exception cref="ArgumentException">A setting has no such value.</exception>
    public static CsvDialect Of(ExtractSettings settings)
    {
        var utf8 = settings.Encoding.ToUpperInvariant() switch
        {
            "UTF-8" => true,
            "WINDOWS-1252" => false,
            _ => throw new ArgumentException("extract.encoding is neither windows-1252 nor utf-8.", nameof(settings)),
        };
        if (settings is not { Delimiter.Length: 1, Qualifier.Length: 1 })
        {
            throw new ArgumentException("extract.delimiter and extract.qualifier are one character each.", nameof(settings));
        }

        var warehouse = string.Equals(settings.Dialect, Warehouse, StringComparison.OrdinalIgnoreCase);
        return new CsvDialect(settings.Delimiter[0], settings.Qualifier[0], utf8, warehouse ? DateForms.Iso : DateForms.SystmOne)
        {
            NullWord = warehouse,
            DashesUnderHeader = warehouse,
        };
    }
}
