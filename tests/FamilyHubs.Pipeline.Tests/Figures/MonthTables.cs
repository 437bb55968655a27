using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Figures;

/// <summary>A hand-written extract of any profile for the figures of a month. Each district D has the postcode pD; pZ is outside.</summary>
internal sealed class MonthTables
{
    private readonly ExtractTablesBuilder _tables = new ExtractTablesBuilder().InBatchesOf(500);
    private readonly Profile _profile;
    private long _row = 1_000_000;

    public MonthTables(Profile profile)
    {
        _profile = profile;
        _tables.Add("Postcodes", new { PostcodeKey = "pZ", District = "Elsewhere" });
        _tables.Add(
            "Postcodes",
            profile.Geography.Quadrants.SelectMany(quadrant => quadrant.Districts).Select(district => new { PostcodeKey = "p" + district.Code, District = district.Code }));
    }

    /// <summary>A person who lives in a district from always; null: has no home.</summary>
    public MonthTables Person(long id, string? birth, string? district, string? death = null)
    {
        _tables.Add("SRPatient", new { RowIdentifier = id, DateBirth = birth, DateDeath = death });
        return district is null
            ? this
            : Add("SRPatientAddressHistory", new { RowIdentifier = _row++, IDPatient = id, DateEvent = "1950-01-01", PostcodeKey = "p" + district });
    }

    public MonthTables Team(long id, string? name, params IEnumerable<long> people)
    {
        _tables.Add("SRTeam", new { RowIdentifier = id, TeamName = name });
        _tables.Add("SRReferralAllocation", people.Select(person => new { RowIdentifier = _row++, IDPatient = person, IDTeam = id }));
        return this;
    }

    public MonthTables Mother(long child, long mother) =>
        Add("SRPatientRelationship", new { IDPatient = child, IDPatientRelationshipWith = mother, RelationshipType = "Mother" });

    public MonthTables Referral(long person, string? referred, string? dated = null, string? discharged = null, string? reason = null) =>
        Add("SRReferralIn", new { IDPatient = person, DateReferral = referred, DateEvent = dated, DateDischarge = discharged, PrimaryReason = reason });

    public MonthTables Code(long person, string code, string? dated) =>
        Add("SRCode", new { RowIdentifier = _row++, IDPatient = person, CTV3Code = code, DateEvent = dated });

    public MonthTables Wte(string month, string team, double wte) => Add("Workforce", new { Month = month, Team = team, Wte = wte });

    public MonthTables Return(
        string indicator, string level, string code, string period, double? numerator = null, double? denominator = null, double? value = null, string organisation = "Partner") =>
        Add("IndicatorReturns", new
        {
            Organisation = organisation,
            Indicator = indicator,
            Level = level,
            AreaCode = code,
            Period = period,
            Numerator = numerator,
            Denominator = denominator,
            Value = value,
        });

    public MonthTables Add(string table, params IEnumerable<object> rows)
    {
        _tables.Add(table, rows);
        return this;
    }

    public Task<MonthlyContext> ContextAsync(string month) =>
        MonthlyContext.LoadAsync(_profile, _tables.Build(), Month.Parse(month), CancellationToken.None);
}
