using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People.Episodes;

/// <summary>SRCarePlanDetail → care plans that began by a day, and their status then.</summary>
/// <param name="outcomes">Meanings of the outcomes of plans.</param>
/// <param name="reviewOutcomes">Meanings of the outcomes of reviews.</param>
/// <param name="choose">What a person's plan of a name stands for, or a negative number for one that is not wanted.</param>
/// <param name="at">The day.</param>
internal sealed class CarePlanReader(
    PersonRegister people, OutcomeColumn outcomes, OutcomeColumn reviewOutcomes, Func<int, string, int> choose, DateOnly at) : ITableReader
{
    public const string TableName = "SRCarePlanDetail";

    private readonly List<CarePlan> _plans = [];
    private readonly CarePlanReviewReader _reviews = new(reviewOutcomes, at);
    private long _checked;
    private long _undated;

    public string Table => TableName;

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("RowIdentifier", ColumnType.Integer),
        new("IDPatient", ColumnType.Integer),
        new("NameOfCarePlanUsed", ColumnType.Text),
        new("DateEvent", ColumnType.DateTime),
        new("DateEventRecorded", ColumnType.DateTime),
        new("DateDiscontinued", ColumnType.Date),
        new("Outcome", ColumnType.Text),
        new("IDDoneBy", ColumnType.Integer),
    ];

    /// <summary>Reads the reviews of the plans; to be read after them.</summary>
    public ITableReader Reviews => _reviews;

    public IReadOnlyList<CarePlan> Plans => _plans;

    public IEnumerable<Finding> Findings =>
    [
        new(FindingRules.NoDate, Table, _undated, _checked), outcomes.Unmapped, _reviews.NotPerformed, reviewOutcomes.Unmapped,
    ];

    public EpisodeStatus StatusOf(in CarePlan plan) => plan.StatusAt(at, _reviews.Last(plan.Row));

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var patients = rows.Integers("IDPatient");
        var names = rows.Texts("NameOfCarePlanUsed").Values;
        var starts = rows.Times("DateEvent");
        var recorded = rows.Times("DateEventRecorded");
        var discontinued = rows.Dates("DateDiscontinued");
        var results = rows.Texts("Outcome");
        var staff = rows.Integers("IDDoneBy");
        for (var row = 0; row < names.Length; row++)
        {
            var person = people.Find(patients[row]);
            if (person < 0 || people.IsExcluded(person) || names[row] is not { } text || choose(person, text) is var name && name < 0)
            {
                continue;
            }

            _checked++;
            if (starts[row] is not { } start)
            {
                _undated++;
            }
            else if (DateOnly.FromDateTime(start) <= at && ids[row] is { } id)
            {
                _reviews.Plans.Add(id);
                _plans.Add(new CarePlan(
                    person,
                    name,
                    id,
                    start,
                    DateOnly.FromDateTime(recorded[row] ?? start),
                    discontinued[row],
                    outcomes.Of(results[row]),
                    staff[row]));
            }
        }
    }
}
