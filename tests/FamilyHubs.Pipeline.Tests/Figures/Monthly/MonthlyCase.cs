using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Monthly;

/// <summary>A hand-written extract of <see cref="SmallArea"/> for the figures of a month; codes are those of the Essex profile.</summary>
internal sealed class MonthlyCase
{
    public const string FaceToFace = "Face to face";
    public const string Antenatal = "YEa57";
    public const string NewBirth = "YEa59";
    public const string SixToEightWeeks = "YEa61";
    public const string OneYear = "YEa62";
    public const string TwoYears = "YEa63";
    public const string Wellbeing = "YEa65";
    public const string Asq3 = "YEa68";

    private readonly ExtractTablesBuilder _tables = new();
    private long _row = 1000;

    public MonthlyCase() => _tables.Add(
        "Postcodes",
        new { PostcodeKey = "pA", District = "A" },
        new { PostcodeKey = "pB", District = "B" },
        new { PostcodeKey = "pC", District = "C" },
        new { PostcodeKey = "pZ", District = "Z" });

    /// <summary>A person who lives at one postcode from always, or nowhere.</summary>
    public MonthlyCase Person(long id, string birth, string? postcode = "pA", string? death = null)
    {
        _tables.Add("SRPatient", new { RowIdentifier = id, DateBirth = birth, DateDeath = death });
        return postcode is null ? this : Home(id, postcode, "1900-01-01");
    }

    public MonthlyCase Home(long person, string postcode, string from, string? to = null)
    {
        _tables.Add("SRPatientAddressHistory", new { RowIdentifier = _row++, IDPatient = person, DateEvent = from, DateTo = to, PostcodeKey = postcode });
        return this;
    }

    public MonthlyCase Parent(long child, long parent, string type = "Mother")
    {
        _tables.Add("SRPatientRelationship", new { IDPatient = child, IDPatientRelationshipWith = parent, RelationshipType = type });
        return this;
    }

    /// <summary>A code; its event, if it has one, comes by <see cref="Event"/>.</summary>
    public MonthlyCase Code(long person, string code, string day, long? eventId = null, double? value = null)
    {
        _tables.Add(
            "SRCode",
            new { RowIdentifier = _row++, IDPatient = person, CTV3Code = code, DateEvent = day, IDEvent = eventId, IsNumeric = value is not null, NumericValue = value });
        return this;
    }

    public MonthlyCase Event(long id, long person, string day, string? mode = FaceToFace, string? visitStatus = null)
    {
        _tables.Add("SREvent", new { RowIdentifier = id, IDPatient = person, DateEvent = day, ContactMethod = mode });
        if (visitStatus is not null)
        {
            var visit = _row++;
            _tables.Add("SREventLink", new { IDEvent = id, IDVisit = visit });
            _tables.Add("SRVisit", new { RowIdentifier = visit, CurrentStatus = visitStatus });
        }

        return this;
    }

    /// <summary>A review by code, with its event, and with a component's code in the event.</summary>
    public MonthlyCase Review(
        long person, string code, string day, string? component = null, string? mode = FaceToFace, string? visitStatus = null)
    {
        var id = _row++;
        Event(id, person, day, mode, visitStatus).Code(person, code, day, id);
        return component is null ? this : Code(person, component, day, id);
    }

    public MonthlyCase Add(string table, object row)
    {
        _tables.Add(table, row);
        return this;
    }

    public MonthlyCase Row(string table, params (string Column, object? Value)[] cells)
    {
        _tables.Row(table, cells);
        return this;
    }

    public async Task<MonthlyComputation> ComputeAsync(string month = "2019-03", Func<Profile, Profile>? change = null)
    {
        var profile = await SmallArea.ProfileAsync();
        return await MonthlyReportBuilder.BuildAsync(
            change?.Invoke(profile) ?? profile, _tables.Build(), Month.Parse(month), new MonthlyOptions(Practitioners: true, Families: true), CancellationToken.None);
    }

    /// <summary>One row of the KPIs.</summary>
    public async Task<KpiFigure> KpiAsync(
        string kpi, string month = "2019-03", string period = "month", string code = "T", Func<Profile, Profile>? change = null) =>
        (await ComputeAsync(month, change)).Report.Kpis.Single(row => row.Kpi == kpi && row.Code == code && row.Period == period);

    /// <summary>One row of the national view.</summary>
    public async Task<NationalFigure> NationalAsync(string indicator, string month = "2019-03") =>
        (await ComputeAsync(month)).Report.National.Single(row => row.Indicator == indicator);
}
