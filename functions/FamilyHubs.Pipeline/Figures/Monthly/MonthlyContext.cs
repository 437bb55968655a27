using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Monthly;

/// <summary>
/// What the figures of a month share: everyone of the extract, read once, and where they count at the month's end or at any day.
/// Who is out has district <see cref="Residents.Out"/> and counts nowhere.
/// </summary>
public sealed class MonthlyContext
{
    private readonly List<Finding> _findings = [];

    private MonthlyContext(Profile profile, Month month, IExtractTables tables, ListTexts lists, Population population)
    {
        (Profile, Month, Tables, Lists, Population) = (profile, month, tables, lists, population);
        Finder = new PlaceFinder(population, profile.Geography);
        Residents = Residents.At(AsOf, population, profile.Geography);
        Places = new PlaceDirectory(profile.Geography, population.Allocations.Teams, Residents);
    }

    public Profile Profile { get; }

    public Month Month { get; }

    /// <summary>The last day of the month: records of a later day are not used (calculations.md 1).</summary>
    public DateOnly AsOf => Month.Last;

    public IExtractTables Tables { get; }

    /// <summary>Texts of list columns.</summary>
    public ListTexts Lists { get; }

    public Population Population { get; }

    /// <summary>District and team of one person at any day.</summary>
    public PlaceFinder Finder { get; }

    /// <summary>District and team of everyone at the month's end, and who is out.</summary>
    public Residents Residents { get; }

    /// <summary>The rows that people count in at the month's end: area, quadrants, districts, teams with a resident, unknown, outside.</summary>
    public PlaceDirectory Places { get; }

    /// <summary>What was found wrong so far, in the order it was found.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    public void Add(params IEnumerable<Finding> findings) => _findings.AddRange(findings);

    /// <summary>Reads the tables that the figures share.</summary>
    public static async Task<MonthlyContext> LoadAsync(Profile profile, IExtractTables tables, Month month, CancellationToken cancel)
    {
        var lists = await ListTexts.LoadAsync(tables, cancel).ConfigureAwait(false);
        var people = await PersonRegister.LoadAsync(tables, cancel).ConfigureAwait(false);
        var postcodes = await PostcodeReference.LoadAsync(tables, cancel).ConfigureAwait(false);
        var reader = new PopulationReader(profile, people, postcodes, lists);
        await TableScan.RunAsync(tables, reader.Readers, cancel).ConfigureAwait(false);
        var context = new MonthlyContext(profile, month, tables, lists, reader.Build());
        context.Add(reader.Findings);
        return context;
    }
}
