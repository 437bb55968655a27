using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>Counts what the accepted rows of a file show: quality rules, and how its list columns are filled.</summary>
internal sealed class RowCounters
{
    private readonly (QualityRule Rule, string Column)[] _rules;
    private readonly (long Checked, long Failed)[] _counts;
    private readonly string[] _lists;
    private readonly (long Numbers, long Texts)[] _styles;
    private readonly DateTime? _extractTo;

    /// <param name="contract">Rules and lists.</param>
    /// <param name="extractTo">Moment up to which the file was drawn.</param>
    public RowCounters(TableContract contract, DateTime? extractTo)
    {
        _extractTo = extractTo;
        _rules =
        [
            .. contract.Quality
                .Where(r => r.Kind != QualityKind.NotBeforeBirth && (r.Kind != QualityKind.NotAfterExtract || extractTo is not null))
                .Select(r => (r, r.Kind == QualityKind.Modulus11 ? nameof(DerivedColumn.NHSNumberValid) : r.Column))
                .Where(r => contract.LakeSchema.IndexOf(r.Item2) >= 0),
        ];
        _counts = new (long, long)[_rules.Length];
        _lists = [.. contract.Columns.Where(c => c is { Keep: true, List: not null }).Select(c => c.Name)];
        _styles = new (long, long)[_lists.Length];
    }

    public IReadOnlyList<QualityCount> Quality =>
        [.. _rules.Zip(_counts, (r, c) => new QualityCount(r.Rule.Id, r.Rule.Column, c.Checked, c.Failed))];

    public IReadOnlyList<ListStyle> Lists => [.. _lists.Zip(_styles, (l, s) => new ListStyle(l, s.Numbers, s.Texts))];

    public void Add(ColumnSet rows)
    {
        var removed = rows.Booleans(TableContract.RemovedData).Values;
        for (var i = 0; i < _rules.Length; i++)
        {
            Count(_rules[i].Rule.Kind, rows[_rules[i].Column], removed, ref _counts[i]);
        }

        for (var i = 0; i < _lists.Length; i++)
        {
            foreach (var text in rows.Texts(_lists[i]).Values)
            {
                if (text is not null)
                {
                    if (text.AsSpan().ContainsAnyExceptInRange('0', '9'))
                    {
                        _styles[i].Texts++;
                    }
                    else
                    {
                        _styles[i].Numbers++;
                    }
                }
            }
        }
    }

    private void Count(QualityKind kind, Column column, ReadOnlySpan<bool> removed, ref (long Checked, long Failed) count)
    {
        var times = column is ValueColumn<DateTime> timesColumn ? timesColumn.Values : default;
        var days = column is ValueColumn<DateOnly> daysColumn ? daysColumn.Values : default;
        var flags = column is ValueColumn<bool> flagsColumn ? flagsColumn.Values : default;
        for (var row = 0; row < removed.Length; row++)
        {
            if (removed[row] || (kind != QualityKind.Filled && column.IsNull(row)))
            {
                continue;
            }

            count.Checked++;
            var failed = kind switch
            {
                QualityKind.Filled => column.IsNull(row),
                QualityKind.Modulus11 => !flags[row],
                _ => times.Length > 0 ? times[row] > _extractTo : days[row].ToDateTime(default) > _extractTo,
            };
            if (failed)
            {
                count.Failed++;
            }
        }
    }
}
