using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>
/// A named back-test set of calculations.md: people, records and returns from which the product computes the figures that a service
/// paper printed. Nothing in it is a figure, except where a partner sends one in.
/// </summary>
/// <param name="name">As <c>generate --dataset</c> takes it.</param>
/// <param name="area">Area whose shipped profile it is made for.</param>
/// <param name="from">Day of the full batch.</param>
/// <param name="to">Last day; a delta is drawn each Monday until then.</param>
/// <param name="shows">One line for the help: what it gives, and where that was printed.</param>
internal abstract class Dataset(string name, string area, DateOnly from, DateOnly to, string shows)
{
    public string Name => name;

    public string Area => area;

    public DateOnly From => from;

    public DateOnly To => to;

    public string Shows => shows;

    /// <summary>About how many children there are: the number of postcodes follows it.</summary>
    protected abstract int Children { get; }

    public SampleOptions Options(string folder, ListStyle lists) => new(Area, Children, From, To, Seed: 1, Chaos: false, folder, lists);

    public abstract IEnumerable<Family> Families(SampleArea area);

    /// <summary>Rows of the indicator return; none: no such file.</summary>
    public virtual IEnumerable<IndicatorRow> Indicators(SampleArea area) => [];

    /// <summary>Rows of the e-CAF return; none: no such file.</summary>
    public virtual IEnumerable<CafRow> Cafs(SampleArea area) => [];

    /// <summary>Whole-time equivalents of a team in the month of a day.</summary>
    public virtual decimal Staffing(SampleTeam team, DateOnly month) => 0.8m * team.Staff.Count;
}
