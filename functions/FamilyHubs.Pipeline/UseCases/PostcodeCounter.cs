using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>Passes the rows of SRPatientAddressHistory on and counts them by the key of their postcode.</summary>
internal sealed class PostcodeCounter(ITableSink next) : ITableSink
{
    public const string Table = "SRPatientAddressHistory";
    public const string Key = nameof(DerivedColumn.PostcodeKey);

    private readonly Dictionary<string, long> _rows = new(StringComparer.Ordinal);

    /// <summary>Rows by postcode key; rows without one are not counted.</summary>
    public IReadOnlyDictionary<string, long> Rows => _rows;

    public ValueTask AddAsync(ColumnSet rows, CancellationToken cancel)
    {
        foreach (var key in rows.Texts(Key).Values)
        {
            if (key is not null)
            {
                _rows[key] = _rows.GetValueOrDefault(key) + 1;
            }
        }

        return next.AddAsync(rows, cancel);
    }
}
