namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>
/// What counts of several ranges of months say together: each is the difference of two points of one cumulative count. A range that does
/// not fit the others was counted from other data; nobody can subtract it from them.
/// </summary>
internal sealed class Timeline
{
    private Dictionary<int, (int Part, long Sum)> _points = [];

    /// <summary>The ranges between neighbouring points of a part, with their counts: first month and the one after the last, by number. Between parts nothing is known.</summary>
    public IEnumerable<(int Part, int From, int To, long Value)> Segments => _points
        .GroupBy(point => point.Value.Part)
        .Select(part => part.OrderBy(point => point.Key).ToArray())
        .SelectMany(part => part.Zip(part.Skip(1), (left, right) => (left.Value.Part, left.Key, right.Key, right.Value.Sum - left.Value.Sum)));

    /// <summary>The part that a point belongs to: counts that can be compared with each other.</summary>
    public int PartOf(int point) => _points[point].Part;

    /// <summary>Adds a count; false, and nothing added, when it contradicts the others.</summary>
    public bool TryAdd(int from, int to, long value)
    {
        var next = new Dictionary<int, (int Part, long Sum)>(_points);
        switch (next.TryGetValue(from, out var left), next.TryGetValue(to, out var right))
        {
            case (true, true) when left.Part == right.Part:
                return right.Sum - left.Sum == value;
            case (true, true):
                var shift = left.Sum + value - right.Sum;
                foreach (var (point, where) in _points.Where(point => point.Value.Part == right.Part))
                {
                    next[point] = (left.Part, where.Sum + shift);
                }

                break;
            case (true, false):
                next[to] = (left.Part, left.Sum + value);
                break;
            case (false, true):
                next[from] = (right.Part, right.Sum - value);
                break;
            default:
                next[from] = (from, 0);
                next[to] = (from, value);
                break;
        }

        var former = _points;
        _points = next;
        if (Segments.All(segment => segment.Value >= 0))
        {
            return true;
        }

        _points = former;
        return false;
    }
}
