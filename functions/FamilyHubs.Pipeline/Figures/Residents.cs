using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures;

/// <summary>District and team of everyone at a day (calculations.md 2).</summary>
public sealed class Residents
{
    /// <summary>District of those with no home, or no usable postcode.</summary>
    public const int Unknown = -1;

    /// <summary>District of those who live in no district of the profile.</summary>
    public const int Outside = -2;

    /// <summary>District of those who are out, who count nowhere.</summary>
    public const int Out = -3;

    private readonly int[] _districts;
    private readonly int[] _teams;

    private Residents(int people) => (_districts, _teams) = (new int[people], new int[people]);

    public int Count => _districts.Length;

    /// <summary>Number of the district in the profile's order of quadrants and districts, <see cref="Unknown"/>, <see cref="Outside"/> or <see cref="Out"/>.</summary>
    public int District(int person) => _districts[person];

    /// <summary>Number in <see cref="Teams"/>, or <see cref="Teams.None"/>.</summary>
    public int Team(int person) => _teams[person];

    public bool IsOut(int person) => _districts[person] == Out;

    /// <summary>Works out everyone's place; who is out has no team.</summary>
    public static Residents At(DateOnly at, Population population, Geography geography)
    {
        var places = new PlaceFinder(population, geography);
        var residents = new Residents(population.People.Count);
        for (var person = 0; person < residents.Count; person++)
        {
            var district = places.District(person, at);
            residents._districts[person] = district;
            residents._teams[person] = district == Out ? Teams.None : places.Team(person, at);
        }

        return residents;
    }
}
