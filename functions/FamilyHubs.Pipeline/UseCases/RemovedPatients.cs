using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>Passes the rows of SRPatient on and remembers who was removed, the last row of a key deciding (extracts.md 3).</summary>
internal sealed class RemovedPatients(ITableSink next) : ITableSink
{
    private readonly HashSet<(long Patient, string Organisation)> _removed = [];

    public IReadOnlySet<(long Patient, string Organisation)> Keys => _removed;

    public ValueTask AddAsync(ColumnSet rows, CancellationToken cancel)
    {
        var ids = rows.Integers("RowIdentifier").Values;
        var organisations = rows.Texts("IDOrganisationVisibleTo").Values;
        var removed = rows.Booleans(TableContract.RemovedData).Values;
        for (var row = 0; row < rows.RowCount; row++)
        {
            if (removed[row])
            {
                _removed.Add((ids[row], organisations[row] ?? string.Empty));
            }
            else if (_removed.Count > 0)
            {
                _removed.Remove((ids[row], organisations[row] ?? string.Empty));
            }
        }

        return next.AddAsync(rows, cancel);
    }
}
