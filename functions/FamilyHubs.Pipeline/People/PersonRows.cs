namespace FamilyHubs.Pipeline.People;

/// <summary>Rows of persons held person by person in one array: millions of rows without an object each.</summary>
public sealed class PersonRows<T>
    where T : struct
{
    private readonly int[] _first;
    private readonly T[] _rows;

    private PersonRows(int[] first, T[] rows) => (_first, _rows) = (first, rows);

    /// <summary>All rows of all persons.</summary>
    public int Count => _rows.Length;

    /// <summary>The rows of one person, in the order they were added.</summary>
    public ReadOnlySpan<T> Of(int person) => _rows.AsSpan(_first[person], _first[person + 1] - _first[person]);

    /// <summary>Collects rows in any order, in chunks, so that growing copies nothing.</summary>
    public sealed class Builder
    {
        /// <summary>Makes a chunk a large object, which the collector does not copy from generation to generation.</summary>
        private const int ChunkRows = 8192;

        private readonly List<(int Person, T Row)[]> _chunks = [];
        private int _used = ChunkRows;

        public void Add(int person, in T row)
        {
            if (_used == ChunkRows)
            {
                _chunks.Add(GC.AllocateUninitializedArray<(int, T)>(ChunkRows));
                _used = 0;
            }

            _chunks[^1][_used++] = (person, row);
        }

        /// <summary>Sorts the rows by person, keeping the order of each person's rows.</summary>
        /// <param name="people">Number of persons; each row's person is below it.</param>
        public PersonRows<T> Build(int people)
        {
            var next = new int[people + 1];
            for (var chunk = 0; chunk < _chunks.Count; chunk++)
            {
                foreach (var (person, _) in Rows(chunk))
                {
                    next[person + 1]++;
                }
            }

            for (var person = 0; person < people; person++)
            {
                next[person + 1] += next[person];
            }

            int[] first = [.. next];
            var rows = new T[first[^1]];
            for (var chunk = 0; chunk < _chunks.Count; chunk++)
            {
                foreach (ref readonly var added in Rows(chunk))
                {
                    rows[next[added.Person]++] = added.Row;
                }
            }

            return new PersonRows<T>(first, rows);
        }

        private ReadOnlySpan<(int Person, T Row)> Rows(int chunk) => _chunks[chunk].AsSpan(0, chunk == _chunks.Count - 1 ? _used : ChunkRows);
    }
}
