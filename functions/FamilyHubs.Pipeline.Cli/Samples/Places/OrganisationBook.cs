using System.Globalization;
using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>
/// The two organisations that see the records, practices and schools. Codes begin with Z, which no English organisation's does.
/// </summary>
internal sealed class OrganisationBook
{
    private const int SchoolsOfADistrict = 5;

    private const int Practices = 12;

    private readonly List<SampleOrganisation> _all = [];

    public OrganisationBook(Profile profile)
    {
        var letter = char.ToUpperInvariant(profile.Area[0]);
        Main = Add(profile.Name, $"Z{letter}001", profile.Geography.Area.Name);
        Second = Add(profile.Geography.Area.Name + " Community Children's Services", $"Z{letter}002", profile.Geography.Area.Name);
        for (var i = 1; i <= Practices; i++)
        {
            Add(Numbered("Sample Surgery", i), string.Create(CultureInfo.InvariantCulture, $"Z{letter}1{i:00}"), profile.Geography.Area.Name);
        }
    }

    /// <summary>Sees every record.</summary>
    public SampleOrganisation Main { get; }

    /// <summary>Sees the shared records too.</summary>
    public SampleOrganisation Second { get; }

    public IReadOnlyList<SampleOrganisation> All => _all;

    public SampleOrganisation PracticeOf(Person person) => _all[2 + (int)(person.Id % Practices)];

    /// <summary>Schools have no code, as many in real extracts.</summary>
    public IReadOnlyList<SampleOrganisation> AddSchools(string town) =>
        [.. Enumerable.Range(1, SchoolsOfADistrict).Select(i => Add(Numbered(town + " Sample School", i), null, town))];

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name} {number}");

    private SampleOrganisation Add(string name, string? code, string town)
    {
        var organisation = new SampleOrganisation(2_000_001 + _all.Count, name, code, town);
        _all.Add(organisation);
        return organisation;
    }
}
