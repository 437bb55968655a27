using System.Collections;
using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Azure.Parquet;

/// <summary>A text column as the collection that the package takes, without a copy.</summary>
internal sealed class TextCells(TextColumn column) : IReadOnlyCollection<string?>
{
    public int Count => column.Count;

    public IEnumerator<string?> GetEnumerator()
    {
        for (var i = 0; i < column.Count; i++)
        {
            yield return column[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
