using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Extracts.People;
using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.UseCases.Forgetting;

/// <summary>Passes on the rows of a table but those of forgotten people, and counts these.</summary>
internal sealed class ForgottenRowsSink(TableContract contract, ForgottenList forgotten, ITableSink next) : ITableSink
{
    private const string Organisation = "IDOrganisationVisibleTo";

    private readonly IReadOnlyList<string> _people = PersonColumns.Of(contract.Table, contract.LakeSchema.Columns.Select(c => c.Name));
    private readonly bool _hasOrganisation = contract.LakeSchema.IndexOf(Organisation) >= 0;

    /// <summary>Rows left out.</summary>
    public long LeftOut { get; private set; }

    public ValueTask AddAsync(ColumnSet rows, CancellationToken cancel)
    {
        var others = Others(rows);
        if (others.Length == rows.RowCount)
        {
            return next.AddAsync(rows, cancel);
        }

        LeftOut += rows.RowCount - others.Length;
        var rest = new ColumnSet(rows.Schema, others.Length);
        rest.AppendFrom(rows, others);
        return rest.RowCount == 0 ? ValueTask.CompletedTask : next.AddAsync(rest, cancel);
    }

    private int[] Others(ColumnSet rows)
    {
        var people = _people.Select(rows.Integers).ToArray();
        var organisations = _hasOrganisation ? rows.Texts(Organisation) : null;
        return
        [
            .. Enumerable.Range(0, rows.RowCount)
                .Where(row => !Array.Exists(people, column => column[row] is { } id && forgotten.Contains(id, organisations?[row]))),
        ];
    }
}
