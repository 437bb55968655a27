namespace FamilyHubs.Pipeline.Cli.Samples.Facts;

/// <summary>A person of a family, child or adult.</summary>
internal sealed class Person : Fact
{
    public required char Sex { get; init; }

    public required string FirstName { get; init; }

    public required string Surname { get; init; }

    public required DateTime Birth { get; init; }

    public required bool IsChild { get; init; }

    public string? NhsNumber { get; init; }

    public bool Test { get; init; }

    /// <summary>Two organisations see the record.</summary>
    public required bool Shared { get; init; }

    /// <summary>Known from <see cref="Fact.Changed"/> on.</summary>
    public DateTime? Death { get; set; }

    /// <summary>In SRPatientRemovedByContentFilter from then on.</summary>
    public DateTime? Filtered { get; init; }

    /// <summary>Codes of the priority groups that the person is or was in, with the first day.</summary>
    public Dictionary<string, DateOnly> Groups { get; } = new(StringComparer.Ordinal);

    public DateOnly BirthDay => DateOnly.FromDateTime(Birth);

    public bool AliveOn(DateOnly day) => Death is null || DateOnly.FromDateTime(Death.Value) > day;

    /// <summary>Completed years.</summary>
    public int AgeOn(DateOnly day)
    {
        var years = day.Year - BirthDay.Year;
        return BirthDay.AddYears(years) > day ? years - 1 : years;
    }

    /// <summary>Completed months.</summary>
    public int MonthsOn(DateOnly day)
    {
        var months = (day.Year - BirthDay.Year) * 12 + day.Month - BirthDay.Month;
        return BirthDay.AddMonths(months) > day ? months - 1 : months;
    }
}
