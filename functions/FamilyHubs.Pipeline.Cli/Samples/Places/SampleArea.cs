using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>What all families of a sample share: places, teams, organisations, groups, texts of the profile, times.</summary>
internal sealed class SampleArea
{
    /// <summary>Years of contacts before the first batch: trends of two years and look-back windows.</summary>
    private const int YearsOfHistory = 3;

    /// <summary>Bookings are made so far ahead of the last batch.</summary>
    private const int DaysAhead = 21;

    private readonly double[] _weights;

    public SampleArea(Profile profile, SampleOptions options)
    {
        Profile = profile;
        Options = options;
        HistoryStart = options.From.AddYears(-YearsOfHistory);
        Horizon = options.To.AddDays(DaysAhead);
        Organisations = new OrganisationBook(profile);
        Teams = TeamBook.Make(Prng.Of(options.Seed, "teams:" + profile.Area), profile, HistoryStart);
        Districts = PlaceBook.Districts(Prng.Of(options.Seed, "places:" + profile.Area), profile, options, Teams, Organisations);
        Elsewhere = PlaceBook.Elsewhere(Prng.Of(options.Seed, "elsewhere:" + profile.Area), Organisations);
        Groups = new GroupBook(profile);
        Forms = new FormBook(profile);
        NhsNumbers = new NhsNumbers(options.Seed);
        _weights = [.. Districts.Select(district => district.Weight)];
    }

    public Profile Profile { get; }

    public SampleOptions Options { get; }

    /// <summary>First day of contacts and entries.</summary>
    public DateOnly HistoryStart { get; }

    /// <summary>Last day of which anything is made up.</summary>
    public DateOnly Horizon { get; }

    public OrganisationBook Organisations { get; }

    public IReadOnlyList<SampleTeam> Teams { get; }

    public IReadOnlyList<SamplePlace> Districts { get; }

    /// <summary>Places outside the area's districts.</summary>
    public IReadOnlyList<SamplePlace> Elsewhere { get; }

    public GroupBook Groups { get; }

    public FormBook Forms { get; }

    public NhsNumbers NhsNumbers { get; }

    public SamplePlace DrawDistrict(Prng random) => Districts[random.Weighted(_weights)];
}
