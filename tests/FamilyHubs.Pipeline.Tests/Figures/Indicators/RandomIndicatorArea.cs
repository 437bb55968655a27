using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.Monthly;

namespace FamilyHubs.Pipeline.Tests.Figures.Indicators;

/// <summary>A random small extract with reviews, to which doses, groups, referrals, assessments and returns are added about their deadlines.</summary>
internal sealed class RandomIndicatorArea(int seed, Profile profile, Month month)
{
    private readonly Random _random = new(seed * 31);
    private readonly NaiveIndicatorExtract _rows = new(new RandomReviewArea(seed, profile, month.Last).Generate());
    private long _row = 500_000;

    public NaiveIndicatorExtract Generate()
    {
        _rows.Contents.AddRange([new(1, "DTaP"), new(2, " hexa "), new(3, "MenB"), new(4, "MMR"), new(5, null)]);
        foreach (var patient in _rows.Reviews.People.Patients)
        {
            var birth = DateOnly.FromDateTime(patient.DateBirth!.Value);
            if (birth <= month.Last)
            {
                AddDoses(patient.RowIdentifier, birth);
                AddGroups(patient.RowIdentifier, birth);
                AddReferrals(patient.RowIdentifier, birth);
            }
        }

        foreach (var indicator in profile.Indicators.Where(indicator => indicator.Source.Kind == "return"))
        {
            AddReturns(indicator.Id);
        }

        return _rows;
    }

    private void AddDoses(long person, DateOnly birth)
    {
        var birthday = birth.AddMonths(12);
        for (var left = _random.Next(7); left > 0; left--)
        {
            var day = OneOf(birth.AddDays(56), birth.AddDays(84), birth.AddDays(112), birth.AddDays(112), birthday, birthday.AddDays(-1), birthday.AddDays(1), birth.AddDays(-1));
            _rows.Doses.Add(new(person, OneOf<long?>(1, 2, 2, 3, 3, 4, 5, 9, null), _random.Next(15) == 0 ? null : At(day), OneOf("1", "2 ", "2", "3", null)));
        }
    }

    private void AddGroups(long person, DateOnly birth)
    {
        var people = _rows.Reviews.People;
        for (var left = _random.Next(3); left > 0; left--)
        {
            var from = After(birth, -120);
            people.AtRisk.Add(new(person, OneOf<bool?>(true, true, true, false, null), At(from), OneOf<DateTime?>(null, null, At(from.AddDays(_random.Next(60))))));
        }

        for (var left = _random.Next(4); left > 0; left--)
        {
            var from = After(birth, -90);
            people.PatientGroups.Add(new(
                person,
                OneOf("Looked After Child", " looked after CHILD", "Other"),
                _random.Next(15) == 0 ? null : At(from),
                OneOf<DateTime?>(null, null, At(from.AddDays(_random.Next(1, 40))))));
            AddStop(person, from.AddDays(OneOf(-1, 0, 1, 20, 27, 28, 29, 30)));
        }
    }

    private void AddReferrals(long person, DateOnly birth)
    {
        for (var left = _random.Next(3); left > 0; left--)
        {
            var from = After(birth, -100);
            var (referred, dated) = _random.Next(6) switch { 0 => ((DateTime?)null, (DateTime?)At(from)), 1 => (null, null), _ => (At(from), At(from.AddDays(5))) };
            _rows.Referrals.Add(new(person, OneOf("CAMHS referral", " camhs REFERRAL ", "New Birth", null), referred, dated, null));
            AddStop(person, from.AddDays(OneOf(-1, 0, 40, 42, 43)));
        }
    }

    private void AddStop(long person, DateOnly day) => _rows.Reviews.Codes.Add(new(
        _row++, person, OneOf("A1", "A2", "A2", "a2", "A3"), _random.Next(15) == 0 ? null : At(day), null, null, null));

    private void AddReturns(string indicator)
    {
        (string Level, string Code)[] places = [("area", "T"), ("District ", "A"), ("team", "Team North"), ("team", "Nobody's"), ("parish", "P"), ("district", "Z")];
        string[] periods =
        [
            .. Month.Range(month.AddMonths(-16), month).Select(one => one.ToString()), month.Quarter.ToString(), month.FinancialYear.ToString(),
            month.FinancialYear.Previous.ToString(), "2018/19 Q1", "2017/18 Q3",
        ];
        foreach (var (level, code) in places)
        {
            foreach (var period in periods.Where(_ => _random.Next(4) == 0))
            {
                foreach (var organisation in new[] { "Hospital", "Council", "Agency" }.Where(_ => _random.Next(2) == 0))
                {
                    var denominator = OneOf<double?>(0, 25, 40, 40, 100, null);
                    double? numerator = denominator is > 0 ? _random.Next((int)denominator + 1) : OneOf<double?>(null, 0);
                    _rows.Returns.Add(new(organisation, indicator, level, code, period, numerator, denominator, OneOf<double?>(null, 12, 11, 10, 48.5)));
                }
            }
        }
    }

    /// <summary>A day not before birth, from so many days before the month's end on.</summary>
    private DateOnly After(DateOnly birth, int days)
    {
        var day = month.Last.AddDays(_random.Next(days, 2));
        return day < birth ? birth : day;
    }

    private DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(_random.Next(24), 0));

    private T OneOf<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];
}
