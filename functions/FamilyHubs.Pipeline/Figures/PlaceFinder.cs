using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures;

/// <summary>Finds where a person counts at any day (calculations.md 2). For everyone at one day see <see cref="Residents"/>.</summary>
public sealed class PlaceFinder(Population population, Geography geography)
{
    private readonly Dictionary<string, int> _districts = geography.Quadrants.SelectMany(quadrant => quadrant.Districts)
        .Select((district, number) => (district.Code, number))
        .ToDictionary(pair => pair.Code, pair => pair.number, StringComparer.Ordinal);

    /// <summary>
    /// Number of the district in the profile's order of quadrants and districts, <see cref="Residents.Unknown"/>,
    /// <see cref="Residents.Outside"/> or <see cref="Residents.Out"/>. A postcode whose district the reference leaves empty is not usable.
    /// </summary>
    public int District(int person, DateOnly at)
    {
        if (population.People.IsOut(person, at))
        {
            return Residents.Out;
        }

        var postcode = population.Homes.At(person, at);
        return postcode < 0 || population.Postcodes.District(postcode) is not { } code ? Residents.Unknown
            : _districts.TryGetValue(code, out var district) ? district
            : Residents.Outside;
    }

    /// <summary>Number in <see cref="Teams"/>, or <see cref="Teams.None"/>.</summary>
    public int Team(int person, DateOnly at) => population.Allocations.At(person, at);
}
