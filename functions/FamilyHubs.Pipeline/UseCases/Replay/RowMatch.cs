using FamilyHubs.Pipeline.Extracts;

namespace FamilyHubs.Pipeline.UseCases.Replay;

/// <summary>Which quarantined row each corrected one corrects.</summary>
/// <param name="Lines">Line of the quarantined row, by the place of the corrected one.</param>
/// <param name="Refused">Reason, by the place of a corrected row that corrects none.</param>
internal sealed record RowMatch(IReadOnlyDictionary<int, long> Lines, IReadOnlyDictionary<int, string> Refused)
{
    /// <summary>
    /// Matches by key: RowIdentifier and organisation, else RowIdentifier alone. When every row can be read and there are as many as
    /// wait, those without a match are matched in order: the key itself was the fault.
    /// </summary>
    /// <param name="accepted">Corrected rows.</param>
    /// <param name="refused">Quarantined rows of the table, in order.</param>
    /// <param name="keys">Their keys, in the same order.</param>
    /// <param name="closed">Lines of those that were dealt with before.</param>
    /// <param name="mayCount">Every corrected row could be read.</param>
    public static RowMatch Of(
        CollectedRows accepted, IReadOnlyList<QuarantinedRow> refused, IReadOnlyList<(long Id, string Organisation)?> keys, IReadOnlySet<long> closed, bool mayCount)
    {
        var rows = Enumerable.Range(0, accepted.Rows.RowCount).ToArray();
        var open = refused.Zip(keys, (row, key) => (row.Line, Key: key)).Where(r => !closed.Contains(r.Line)).ToList();
        var asMany = mayCount && rows.Length == open.Count;
        var lines = new Dictionary<int, long>();
        Match((mine, other) => other == mine);
        Match((mine, other) => other?.Id == mine.Id);
        if (asMany)
        {
            foreach (var (row, at) in rows.Where(r => !lines.ContainsKey(r)).Zip(open.ToArray()))
            {
                lines[row] = at.Line;
            }
        }

        var known = refused.Zip(keys, (row, key) => (row.Line, Key: key)).Where(r => closed.Contains(r.Line)).Select(r => r.Key?.Id).ToHashSet();
        return new RowMatch(
            lines,
            rows.Where(r => !lines.ContainsKey(r)).ToDictionary(r => r, r => known.Contains(accepted.KeyOf(r).Id) ? ReasonCodes.AlreadyReplayed : ReasonCodes.NotInQuarantine));

        void Match(Func<(long Id, string Organisation), (long Id, string Organisation)?, bool> isSame)
        {
            foreach (var row in rows.Where(r => !lines.ContainsKey(r)))
            {
                var at = open.FindIndex(other => isSame(accepted.KeyOf(row), other.Key));
                if (at >= 0)
                {
                    lines[row] = open[at].Line;
                    open.RemoveAt(at);
                }
            }
        }
    }
}
