namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A family, all that is known of it until some weeks after the last batch, and the random stream that made it.</summary>
internal sealed class Family(int index, Prng random)
{
    /// <summary>Ids of a family's records follow each other, so that they do not depend on the batch that is written.</summary>
    private const long IdsOfAFamily = 1 << 14;

    private long _next = (index + 1) * IdsOfAFamily;

    public int Index { get; } = index;

    public Prng Random { get; } = random;

    /// <summary>0 (none) to 4.</summary>
    public required int Need { get; init; }

    public Person? Mother { get; set; }

    public Person? Partner { get; set; }

    public List<Person> Children { get; } = [];

    public List<Home> Homes { get; } = [];

    public Dictionary<Person, Referral> Referrals { get; } = [];

    public List<Contact> Contacts { get; } = [];

    public List<Fact> Facts { get; } = [];

    public List<Estart> Estart { get; } = [];

    public IEnumerable<Person> People
    {
        get
        {
            if (Mother is not null)
            {
                yield return Mother;
            }

            if (Partner is not null)
            {
                yield return Partner;
            }

            foreach (var child in Children)
            {
                yield return child;
            }
        }
    }

    public long NextId() => _next < (Index + 2L) * IdsOfAFamily
        ? _next++
        : throw new InvalidOperationException($"Family {Index} has more than {IdsOfAFamily} records: raise the number of ids of a family.");

    public Home? HomeOn(DateOnly day)
    {
        Home? home = null;
        foreach (var candidate in Homes)
        {
            if (candidate.From <= day && (candidate.To is null || candidate.To > day))
            {
                home = candidate;
            }
        }

        return home;
    }
}
