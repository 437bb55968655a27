using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Merging;

/// <summary>Which rows of the table a file replaces: those that it does not repeat are gone (extracts.md 3 and 5).</summary>
internal sealed class ReplacedRows
{
    private readonly bool _all;
    private readonly string? _column;
    private readonly IReadOnlySet<string> _owners;

    private ReplacedRows(bool all, string? column = null, IReadOnlySet<string>? owners = null) =>
        (_all, _column, _owners) = (all, column, owners ?? new HashSet<string>());

    /// <summary>False when rows that the batch does not mention stay.</summary>
    public bool Any => _all || _column is not null;

    public static ReplacedRows Of(MergeMode mode, StagedTable staged) => mode switch
    {
        // A file with a header only replaces nothing.
        _ when staged.RowsIn == 0 => new ReplacedRows(false),
        MergeMode.Upsert => new ReplacedRows(false),
        MergeMode.ReplaceOrganisations => OfOwners(mode, staged, LakeNames.Organisation, staged.Organisations),
        MergeMode.ReplaceFile => OfOwners(mode, staged, LakeNames.File, staged.Files),
        _ => new ReplacedRows(true),
    };

    /// <summary>How many rows at the start of the range share one fate, and whether that is to be replaced.</summary>
    public int Stretch(RowRange range, out bool replaced)
    {
        if (_column is null)
        {
            replaced = _all;
            return range.Count;
        }

        var owners = ((TextColumn)range.Window.Rows[_column]).Values.Slice(range.Start, range.Count);
        replaced = Contains(owners[0]);
        var count = 1;
        while (count < owners.Length && (ReferenceEquals(owners[count], owners[count - 1]) || Contains(owners[count]) == replaced))
        {
            count++;
        }

        return count;
    }

    private static ReplacedRows OfOwners(MergeMode mode, StagedTable staged, string column, IReadOnlySet<string> owners) =>
        staged.Schema.IndexOf(column) >= 0
            ? new ReplacedRows(false, column, owners)
            : throw new ArgumentException($"Table {staged.Schema.Name} has no {column}: a full file of it replaces all rows.", nameof(mode));

    private bool Contains(string? owner) => _owners.Contains(owner ?? string.Empty);
}
