using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Merging;

/// <summary>Which rows of the table a full file replaces: those that it does not repeat are gone (extracts.md 3).</summary>
internal sealed class ReplacedRows
{
    private readonly bool _all;
    private readonly IReadOnlySet<string>? _organisations;

    private ReplacedRows(bool all, IReadOnlySet<string>? organisations) => (_all, _organisations) = (all, organisations);

    /// <summary>False when rows that the batch does not mention stay.</summary>
    public bool Any => _all || _organisations is not null;

    public static ReplacedRows Of(MergeMode mode, StagedTable staged) => mode switch
    {
        // A file with a header only replaces nothing.
        _ when staged.RowsIn == 0 => new ReplacedRows(false, null),
        MergeMode.Upsert => new ReplacedRows(false, null),
        MergeMode.ReplaceOrganisations when staged.Schema.IndexOf(LakeNames.Organisation) >= 0 => new ReplacedRows(false, staged.Organisations),
        MergeMode.ReplaceOrganisations => throw new ArgumentException(
            $"Table {staged.Schema.Name} has no {LakeNames.Organisation}: a full file of it replaces all rows.", nameof(mode)),
        _ => new ReplacedRows(true, null),
    };

    /// <summary>How many rows at the start of the range share one fate, and whether that is to be replaced.</summary>
    public int Stretch(RowRange range, out bool replaced)
    {
        if (_organisations is null)
        {
            replaced = _all;
            return range.Count;
        }

        var organisations = ((TextColumn)range.Window.Rows[LakeNames.Organisation]).Values.Slice(range.Start, range.Count);
        replaced = Contains(organisations[0]);
        var count = 1;
        while (count < organisations.Length
            && (ReferenceEquals(organisations[count], organisations[count - 1]) || Contains(organisations[count]) == replaced))
        {
            count++;
        }

        return count;
    }

    private bool Contains(string? organisation) => _organisations!.Contains(organisation ?? "");
}
