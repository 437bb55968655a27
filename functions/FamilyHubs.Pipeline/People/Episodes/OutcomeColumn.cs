namespace FamilyHubs.Pipeline.People.Episodes;

/// <summary>The Outcome of a care plan or of its review.</summary>
internal sealed class OutcomeColumn(string table, ListTexts lists, EpisodeDefinitions definitions)
{
    private readonly ListColumn<EpisodeStatus> _column = new(lists, ListKind.Configured, definitions.Wordings);

    public Finding Unmapped => new(FindingRules.UnmappedListValue, table, _column.Unmapped, _column.Checked);

    /// <summary>Null for an empty cell: no outcome is recorded. A wording that the profile does not map is <see cref="EpisodeStatus.Unknown"/>.</summary>
    public EpisodeStatus? Of(string? cell)
    {
        var empty = _column.Empty;
        var status = _column.Of(cell);
        return status is null && _column.Empty == empty ? EpisodeStatus.Unknown : status;
    }
}
