using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Statistics;

/// <summary>One part of an XmR chart between two restarts: its limits and the special causes within it.</summary>
internal sealed class XmRSegment
{
    private readonly IReadOnlyList<(DateOnly Day, double Value)> _points;
    private readonly SpcSettings _settings;
    private readonly SpecialCause[] _causes;
    private readonly bool[] _high;

    public XmRSegment(IReadOnlyList<(DateOnly Day, double Value)> points, SpcSettings settings)
    {
        _points = points;
        _settings = settings;
        _causes = new SpecialCause[points.Count];
        _high = new bool[points.Count];
        if (points.Count < settings.MinimumPoints)
            return;

        var limits = LimitsOf();
        Limits = limits;
        // A point keeps its first label: outside, trend, two of three, shift.
        MarkOutside(limits);
        MarkTrends();
        MarkTwoOfThree(limits);
        MarkShifts(limits.Mean);
    }

    /// <summary>Null under the minimum of points.</summary>
    public XmRLimits? Limits { get; }

    public IEnumerable<XmRPoint> Points =>
        _points.Select((point, index) => new XmRPoint(point.Day, point.Value, Limits, _causes[index], _high[index]));

    private XmRLimits LimitsOf()
    {
        var mean = _points.Average(point => point.Value);
        var ranges = new double[_points.Count - 1];
        for (var index = 1; index < _points.Count; index++)
            ranges[index - 1] = Math.Abs(_points[index].Value - _points[index - 1].Value);
        var range = ranges.Average();
        if (_settings.ScreenMovingRanges)
        {
            var screen = _settings.ScreenFactor * range;
            range = ranges.Where(each => each <= screen).Average();
        }
        var width = _settings.LimitFactor * range;
        var near = width * 2 / 3;
        return new XmRLimits(mean, mean - width, mean + width, mean - near, mean + near);
    }

    private void MarkOutside(XmRLimits limits)
    {
        for (var index = 0; index < _points.Count; index++)
            if (_points[index].Value > limits.Upper || _points[index].Value < limits.Lower)
                Mark(index, SpecialCause.Outside, _points[index].Value > limits.Upper);
    }

    /// <summary>Every point of a run that rises or falls without a tie.</summary>
    private void MarkTrends()
    {
        var start = 0;
        for (var index = 1; index <= _points.Count; index++)
        {
            var goesOn = index < _points.Count && Direction(index) != 0 && (index - 1 == start || Direction(index) == Direction(index - 1));
            if (goesOn)
                continue;
            if (index - start >= _settings.TrendPoints)
                for (var point = start; point < index; point++)
                    Mark(point, SpecialCause.Trend, Direction(start + 1) > 0);
            // The turning point is the last of one run and the first of the next.
            start = index < _points.Count && Direction(index) != 0 ? index - 1 : index;
        }
    }

    /// <summary>The points beyond two sigma, where two of three in a row are and all three lie on one side of the mean.</summary>
    private void MarkTwoOfThree(XmRLimits limits)
    {
        var near = new bool[_points.Count];
        for (var index = 0; index < _points.Count; index++)
        {
            var value = _points[index].Value;
            near[index] = (value > limits.UpperNear && value <= limits.Upper) || (value < limits.LowerNear && value >= limits.Lower);
        }
        for (var first = 0; first + 2 < _points.Count; first++)
        {
            var side = Side(first, limits.Mean);
            if (side == 0 || Side(first + 1, limits.Mean) != side || Side(first + 2, limits.Mean) != side
                || (near[first] ? 1 : 0) + (near[first + 1] ? 1 : 0) + (near[first + 2] ? 1 : 0) < 2)
                continue;
            for (var point = first; point <= first + 2; point++)
                if (near[point])
                    Mark(point, SpecialCause.TwoOfThree, side > 0);
        }
    }

    /// <summary>Every point of a run on one side of the mean; a point on the mean breaks it.</summary>
    private void MarkShifts(double mean)
    {
        var start = 0;
        for (var index = 1; index <= _points.Count; index++)
        {
            if (index < _points.Count && Side(index, mean) == Side(start, mean))
                continue;
            if (Side(start, mean) != 0 && index - start >= _settings.ShiftPoints)
                for (var point = start; point < index; point++)
                    Mark(point, SpecialCause.Shift, Side(start, mean) > 0);
            start = index;
        }
    }

    private void Mark(int point, SpecialCause cause, bool high)
    {
        if (_causes[point] is not SpecialCause.None)
            return;
        _causes[point] = cause;
        _high[point] = high;
    }

    private int Direction(int index) => _points[index].Value.CompareTo(_points[index - 1].Value);

    private int Side(int index, double mean) => _points[index].Value.CompareTo(mean);
}
