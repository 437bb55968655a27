using System.Globalization;
using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>The history that was kept in e-Start before May 2018 (extracts.md 5). A few rows match no person, as in life.</summary>
internal sealed class EstartWriter(string path) : IAsyncDisposable
{
    public const string FileName = "estart-history.csv";

    /// <summary>Each so many rows are of nobody on record.</summary>
    private const int StrangerEach = 97;

    private readonly CsvText _file = new(path, "PersonRef", "DateBirth", "PostcodeSector", "Group", "From", "To");
    private int _rows;

    public ValueTask AddAsync(Family family)
    {
        foreach (var row in family.Estart)
        {
            var person = ++_rows % StrangerEach == 0 ? row.Person.Id + 1_900_000_000 : row.Person.Id;
            _file.Write(
                person.ToString(CultureInfo.InvariantCulture),
                row.Person.Birth.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                row.Sector,
                row.Group,
                Day(row.From),
                row.To is { } to ? Day(to) : string.Empty);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
