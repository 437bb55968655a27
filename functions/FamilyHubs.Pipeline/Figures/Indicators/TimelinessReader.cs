using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Indicators;

/// <summary>SRCode and SRReferralIn → the days on which the clocks of timeliness indicators start and stop.</summary>
internal sealed class TimelinessReader : ITableReader
{
    private readonly PersonRegister _people;
    private readonly Dictionary<string, List<short>> _codes = new(StringComparer.Ordinal);
    private readonly PersonRows<ClockDay>.Builder _stops = new();
    private readonly ReferralReader _referrals;
    private long _checked;
    private long _undated;

    /// <param name="indicators">Those of kind timeliness; a clock day gives the number of its indicator among them.</param>
    public TimelinessReader(PersonRegister people, ListTexts lists, IReadOnlyList<IndicatorDefinition> indicators)
    {
        _people = people;
        for (var number = 0; number < indicators.Count; number++)
        {
            foreach (var code in indicators[number].Source.To?.Codes ?? [])
            {
                if (!_codes.TryGetValue(code, out var numbers))
                {
                    _codes[code] = numbers = [];
                }

                numbers.Add((short)number);
            }
        }

        _referrals = new ReferralReader(people, lists, indicators);
    }

    public string Table => "SRCode";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
        [new("IDPatient", ColumnType.Integer), new("CTV3Code", ColumnType.Text), new("DateEvent", ColumnType.DateTime)];

    public ITableReader Referrals => _referrals;

    public IReadOnlyList<Finding> Findings => [new(FindingRules.NoDate, Table, _undated, _checked), .. _referrals.Findings];

    public PersonRows<ClockDay> Stops() => _stops.Build(_people.Count);

    public PersonRows<ClockDay> ReferralStarts() => _referrals.Starts.Build(_people.Count);

    public void Read(ColumnSet rows)
    {
        var patients = rows.Integers("IDPatient");
        var codes = rows.Texts("CTV3Code").Values;
        var events = rows.Times("DateEvent");
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] is not { } code || !_codes.TryGetValue(code, out var numbers))
            {
                continue;
            }

            var person = _people.Find(patients[row]);
            if (person < 0)
            {
                continue;
            }

            _checked++;
            if (events[row] is not { } at)
            {
                _undated++;
                continue;
            }

            foreach (var number in numbers)
            {
                _stops.Add(person, new ClockDay(number, DateOnly.FromDateTime(at)));
            }
        }
    }

    private sealed class ReferralReader : ITableReader
    {
        private readonly PersonRegister _people;
        private readonly (short Number, ListColumn<bool> Reasons)[] _indicators;
        private long _checked;
        private long _undated;

        public ReferralReader(PersonRegister people, ListTexts lists, IReadOnlyList<IndicatorDefinition> indicators)
        {
            _people = people;
            _indicators =
            [
                .. indicators.Select((indicator, number) => (Number: (short)number, Reasons: indicator.Source.From?.ReferralReasons ?? []))
                    .Where(pair => pair.Reasons.Count > 0)
                    .Select(pair => (pair.Number, new ListColumn<bool>(lists, ListKind.Configured, TextMeanings.Of(pair.Reasons, true)))),
            ];
        }

        public PersonRows<ClockDay>.Builder Starts { get; } = new();

        public string Table => "SRReferralIn";

        public IReadOnlyList<ColumnDefinition> Columns { get; } =
        [
            new("IDPatient", ColumnType.Integer),
            new("PrimaryReason", ColumnType.Text),
            new("DateReferral", ColumnType.DateTime),
            new("DateEvent", ColumnType.DateTime),
        ];

        public IEnumerable<Finding> Findings =>
        [
            new(FindingRules.NoDate, Table, _undated, _checked),
            .. _indicators.Take(1).Select(indicator =>
                new Finding(FindingRules.UnmappedListValue, Table, indicator.Reasons.Unmapped, indicator.Reasons.Checked)),
        ];

        public void Read(ColumnSet rows)
        {
            var patients = rows.Integers("IDPatient");
            var reasons = rows.Texts("PrimaryReason");
            var referrals = rows.Times("DateReferral");
            var events = rows.Times("DateEvent");
            for (var row = 0; row < rows.RowCount; row++)
            {
                var person = _people.Find(patients[row]);
                if (person < 0)
                {
                    continue;
                }

                foreach (var (number, wanted) in _indicators)
                {
                    if (wanted.Of(reasons[row]) is not true)
                    {
                        continue;
                    }

                    _checked++;
                    if ((referrals[row] ?? events[row]) is { } at)
                    {
                        Starts.Add(person, new ClockDay(number, DateOnly.FromDateTime(at)));
                    }
                    else
                    {
                        _undated++;
                    }
                }
            }
        }
    }
}
