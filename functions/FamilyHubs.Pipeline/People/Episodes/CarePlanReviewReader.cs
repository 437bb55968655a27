using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People.Episodes;

/// <summary>SRCarePlanReview → of each plan the last review, performed by a day, that carries an outcome. Others say nothing of how a plan ended.</summary>
internal sealed class CarePlanReviewReader(OutcomeColumn outcomes, DateOnly at) : ITableReader
{
    private readonly Dictionary<long, PlanReview> _last = [];
    private long _checked;
    private long _undated;

    /// <summary>RowIdentifiers of the plans whose reviews are wanted.</summary>
    public HashSet<long> Plans { get; } = [];

    public string Table => "SRCarePlanReview";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("RowIdentifier", ColumnType.Integer),
        new("IDCarePlan", ColumnType.Integer),
        new("DatePerformed", ColumnType.DateTime),
        new("Outcome", ColumnType.Text),
    ];

    /// <summary>Outcomes of reviews without DatePerformed, which are not used.</summary>
    public Finding NotPerformed => new(FindingRules.NoDate, Table, _undated, _checked);

    /// <summary>By DatePerformed, then RowIdentifier.</summary>
    public PlanReview? Last(long plan) => _last.TryGetValue(plan, out var review) ? review : null;

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var plans = rows.Integers("IDCarePlan");
        var performed = rows.Times("DatePerformed");
        var results = rows.Texts("Outcome");
        for (var row = 0; row < rows.RowCount; row++)
        {
            if (plans[row] is not { } plan || !Plans.Contains(plan) || outcomes.Of(results[row]) is not { } outcome)
            {
                continue;
            }

            _checked++;
            if (performed[row] is not { } time)
            {
                _undated++;
            }
            else if (DateOnly.FromDateTime(time) <= at)
            {
                var review = new PlanReview(time, ids[row] ?? 0, outcome);
                if (!_last.TryGetValue(plan, out var last) || (review.Performed, review.Row).CompareTo((last.Performed, last.Row)) > 0)
                {
                    _last[plan] = review;
                }
            }
        }
    }
}
