using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Figures.Monthly;

/// <summary>
/// A random small extract whose children reach the age of some KPI around the end of one of the last months, with reviews around the edges of the
/// windows. Ids above 100 are mothers and fathers.
/// </summary>
internal sealed class RandomReviewArea(int seed, Profile profile, DateOnly asOf)
{
    private readonly Random _random = new(seed);
    private readonly NaiveReviewExtract _rows = new();
    private readonly List<(long Id, DateOnly Birth, long? Mother)> _children = [];
    private readonly string[] _components = ["YEa65", "YEa66", "YEa68", "YEa70", "YEa71", "YEa72", "YEa73", "YEa74", "YEa75", "YEa76", "YEa77"];
    private long _nextRow = 1000;
    private long _nextEvent = 1;

    public NaiveReviewExtract Generate()
    {
        var people = _rows.People;
        people.Postcodes.AddRange([new("pA", "A"), new("pB", "B"), new("pC", "C"), new("pZ", "Z"), new("pE", null)]);
        people.Teams.AddRange([new(11, "Team North"), new(12, "Team South")]);
        people.Options.AddRange([new(3001, "Video consultation"), new(3002, "Face to face")]);
        people.Visits.AddRange([new(1, "Finished"), new(2, "No access visit "), new(3, "Strange"), new(4, null)]);
        people.Appointments.AddRange([new(1, "Arrived"), new(2, "Did Not Attend")]);
        _rows.ActivityOptions.AddRange(
        [
            new(7001, "Event details", "New birth", "08"), new(7002, "Event details", "Six weeks", "09"), new(7003, "Event details", "One year", "10"),
            new(7004, "Event details", "Two years", "11"), new(7005, "Event details", "Other", null), new(7006, "Elsewhere", "Other", "08"),
        ]);
        for (long parent = 101; parent <= 108; parent++)
        {
            AddPerson(parent, asOf.AddYears(-30), dies: 8);
        }

        var children = _random.Next(6, 22);
        for (long child = 1; child <= children; child++)
        {
            AddChild(child);
        }

        foreach (var child in _children)
        {
            AddReviews(child);
        }

        Times(_random.Next(2), () => people.OptOuts.Add(new(Somebody())));
        Times(_random.Next(2), () => people.Filtered.Add(new(Somebody())));
        Shuffle(_rows.Codes);
        return _rows;
    }

    private void AddChild(long id)
    {
        var twin = _children.Count > 0 && _random.Next(4) == 0;
        var birth = twin ? _children[^1].Birth.AddDays(_random.Next(3)) : NewBirth();
        var mother = twin ? _children[^1].Mother : _random.Next(5) == 0 ? null : _random.Next(101, 109);
        AddPerson(id, birth, dies: 7);
        if (mother is { } known)
        {
            _rows.People.Relationships.Add(new(
                id, known, OneOf("Mother", "mother ", "Birth mother"), _random.Next(9) == 0 ? Near(asOf) : null, _random.Next(9) == 0 ? Near(asOf) : null, null, null));
        }

        if (_random.Next(3) == 0)
        {
            _rows.People.Relationships.Add(new(id, _random.Next(101, 109), OneOf("Father", "Mother", "Aunt", null), null, null, OneOf<bool?>(null, true), null));
        }

        _children.Add((id, birth, mother));
    }

    /// <summary>So that the anchor of some KPI is near the end of one of the last months.</summary>
    private DateOnly NewBirth()
    {
        var near = asOf.AddMonths(-OneOf(0, 0, 0, 1, 1, 2, 3, 11, 12)).AddDays(_random.Next(-4, 3));
        return _random.Next(6) switch
        {
            0 => near,
            1 => near.AddDays(-30),
            2 => near.AddDays(-56),
            3 => near.AddMonths(-12),
            4 => near.AddMonths(-15),
            _ => near.AddMonths(-30),
        };
    }

    private void AddPerson(long id, DateOnly birth, int dies)
    {
        _rows.People.Patients.Add(new(
            id, birth.ToDateTime(new TimeOnly(_random.Next(24), 0)), _random.Next(dies) == 0 ? Near(asOf) : null, _random.Next(20) == 0 ? true : null));
        Times(_random.Next(1, 3), () => _rows.People.Addresses.Add(new(
            _nextRow++, id, OneOf(Near(asOf), Near(asOf.AddMonths(-2)), new DateTime(2010, 1, 1)), _random.Next(5) == 0 ? Near(asOf) : null, null, OneOf("pA", "pA", "pB", "pC", "pZ", "pE", null))));
        Times(_random.Next(2), () => _rows.People.Allocations.Add(new(
            _nextRow++, id, OneOf<long?>(11, 12, 13), OneOf<DateTime?>(null, Near(asOf)), OneOf<DateTime?>(null, Near(asOf)), null, OneOf<bool?>(null, true))));
    }

    private void AddReviews((long Id, DateOnly Birth, long? Mother) child)
    {
        Times(_random.Next(1, 3), () => AddReview(child.Id, child.Birth.AddDays(OneOf(0, 10, 13, 14, 15, 29, 30, 31)), "YEa59", "New birth", "7001"));
        Times(_random.Next(1, 3), () => AddReview(child.Id, child.Birth.AddDays(OneOf(40, 55, 56, 57)), "YEa61", "Six weeks", "7002"));
        Times(_random.Next(1, 3), () => AddReview(child.Id, child.Birth.AddMonths(OneOf(11, 12, 15)).AddDays(_random.Next(-2, 3)), "YEa62", "One year", "7003"));
        Times(_random.Next(1, 3), () => AddReview(child.Id, child.Birth.AddMonths(OneOf(25, 30)).AddDays(_random.Next(-2, 3)), "YEa63", "Two years", "7004"));
        if (child.Mother is { } mother)
        {
            Times(_random.Next(4), () => AddReview(mother, child.Birth.AddDays(-OneOf(0, 1, 20, 83, 84, 85, 299, 300, 301)), "YEa57", "Other", "7005"));
        }
    }

    private void AddReview(long person, DateOnly day, string code, string option, string number)
    {
        if (_random.Next(5) == 0)
        {
            return;
        }

        var at = day.ToDateTime(new TimeOnly(_random.Next(24), 0));
        var eventId = _nextEvent++;
        var linked = _random.Next(6) == 0 ? (long?)null : eventId;
        if (_random.Next(10) != 0)
        {
            _rows.People.Events.Add(new(
                eventId, person, at, OneOf("Face to face", " face TO face", "3002", "3001", "Telephone", "Pigeon", null, "Face to face", "Face to face")));
            Times(_random.Next(3) == 0 ? 1 : 0, () => _rows.People.EventLinks.Add(new(eventId, OneOf<long?>(null, 1, 2, 3, 4, 9), OneOf<long?>(null, 1, 2))));
        }

        if (_random.Next(2) == 0)
        {
            AddCode(person, code, _random.Next(15) == 0 ? null : at, linked);
        }
        else
        {
            _rows.Activities.Add(new(person, _random.Next(15) == 0 ? null : at, OneOf(option, $" {option.ToUpperInvariant()}", number, number), linked));
        }

        Times(_random.Next(5), () => AddCode(
            OneOf(person, person, person, _random.Next(101, 109)), OneOf(_components), at.AddDays(OneOf(0, 0, 0, 1)), OneOf(linked, null, eventId)));
        if (code == "YEa63" && _random.Next(3) != 0)
        {
            var isOnTrack = _random.Next(2) == 0;
            foreach (var domain in profile.Components.Asq3.Domains.Values)
            {
                if (isOnTrack)
                {
                    _rows.Codes.Add(new(_nextRow++, person, domain.Codes[0], at, linked, true, domain.Threshold + OneOf(0, 5)));
                }
                else
                {
                    AddCode(person, domain.Codes[0], at.AddDays(OneOf(0, 0, 0, 1)), OneOf(linked, null, eventId));
                }
            }
        }
    }

    private void AddCode(long person, string code, DateTime? at, long? eventId)
    {
        var score = profile.Components.Asq3.Domains.Values.FirstOrDefault(domain => domain.Codes.Contains(code))?.Threshold;
        _rows.Codes.Add(new(
            _nextRow++, person, code, at, eventId, OneOf<bool?>(true, true, true, false, null), score is { } threshold ? OneOf(threshold, threshold + 5, threshold - 0.01) : null));
    }

    private DateTime Near(DateOnly day) => day.ToDateTime(TimeOnly.MinValue).AddDays(_random.Next(-40, 4));

    private long Somebody() => _random.Next(3) == 0 ? _random.Next(101, 109) : _random.Next(1, _children.Count + 1);

    private void Shuffle<T>(List<T> rows)
    {
        var shuffled = rows.ToArray();
        _random.Shuffle(shuffled);
        rows.Clear();
        rows.AddRange(shuffled);
    }

    private T OneOf<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];

    private static void Times(int count, Action act)
    {
        for (var i = 0; i < count; i++)
        {
            act();
        }
    }
}
