using FamilyHubs.Pipeline.Figures.Kpis;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.People.Episodes;
using FamilyHubs.Pipeline.People.Reviews;
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
    private readonly Lazy<KpiMonths> _kpis;

    private MonthlyContext(
        Profile profile,
        Month month,
        IExtractTables tables,
        ListTexts lists,
        Population population,
        ReviewRecords reviews,
        OutcomeEpisodes episodes)
    {
        (Profile, Month, Tables, Lists) = (profile, month, tables, lists);
        (Population, Reviews, Episodes) = (population, reviews, episodes);
        Finder = new PlaceFinder(population, profile.Geography);
        Residents = Residents.At(AsOf, population, profile.Geography);
        Places = new PlaceDirectory(profile.Geography, population.Allocations.Teams, Residents);
        _kpis = new Lazy<KpiMonths>(() => KpiMonths.Count(this));
    }

    public Profile Profile { get; }

    public Month Month { get; }

    /// <summary>The last day of the month: records of a later day are not used (calculations.md 1).</summary>
    public DateOnly AsOf => Month.Last;

    public IExtractTables Tables { get; }

    /// <summary>Texts of list columns.</summary>
    public ListTexts Lists { get; }

    public Population Population { get; }

    /// <summary>Everyone's reviews by the month's end.</summary>
    public ReviewRecords Reviews { get; }

    /// <summary>The cohorts of the outcome measures at the month's end.</summary>
    public OutcomeEpisodes Episodes { get; }

    /// <summary>The counts of the KPIs for two years to the month; counted when first asked for.</summary>
    public KpiMonths Kpis => _kpis.Value;

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
        var reviewReader = await ReviewReader.CreateAsync(profile, tables, people, lists, month.Last, cancel).ConfigureAwait(false);
        await TableScan.RunAsync(tables, [.. reader.Readers, .. reviewReader.Readers], cancel).ConfigureAwait(false);
        var (reviews, findings) = await reviewReader.BuildAsync(tables, cancel).ConfigureAwait(false);
        var population = reader.Build();
        var episodes = await OutcomeEpisodes.LoadAsync(profile, tables, population, lists, month.Last, cancel).ConfigureAwait(false);
        var context = new MonthlyContext(profile, month, tables, lists, population, reviews, episodes);
        context.Add(reader.Findings);
        context.Add(findings);
        context.Add(episodes.Findings);
        return context;
    }
}
