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

    /// <summary>Collects rows in any order.</summary>
    public sealed class Builder
    {
        private readonly List<int> _persons = [];
        private readonly List<T> _rows = [];

        public void Add(int person, in T row)
        {
            _persons.Add(person);
            _rows.Add(row);
        }

        /// <summary>Sorts the rows by person, keeping the order of each person's rows.</summary>
        /// <param name="people">Number of persons; each row's person is below it.</param>
        public PersonRows<T> Build(int people)
        {
            var first = new int[people + 1];
            foreach (var person in _persons)
            {
                first[person + 1]++;
            }

            for (var person = 0; person < people; person++)
            {
                first[person + 1] += first[person];
            }

            var next = first.AsSpan(0, people).ToArray();
            var rows = new T[_rows.Count];
            for (var i = 0; i < rows.Length; i++)
            {
                rows[next[_persons[i]]++] = _rows[i];
            }

            return new PersonRows<T>(first, rows);
        }
    }
}
