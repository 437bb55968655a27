using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>The districts of the profile, sized by the teams that serve them, and places outside.</summary>
internal static class PlaceBook
{
    /// <summary>Children to a postcode, roughly.</summary>
    private const int ChildrenOfAPostcode = 9;

    private const int FewestPostcodes = 24;

    public static IReadOnlyList<SamplePlace> Districts(
        Prng random, Profile profile, SampleOptions options, IReadOnlyList<SampleTeam> teams, OrganisationBook organisations)
    {
        var definitions = profile.Geography.Teams;
        List<SamplePlace> places = [];
        var count = profile.Geography.Quadrants.Sum(quadrant => quadrant.Districts.Count);
        foreach (var quadrant in profile.Geography.Quadrants)
        {
            foreach (var district in quadrant.Districts)
            {
                List<SampleTeam> serving = [];
                var weight = 0.4;
                for (var i = 0; i < definitions.Count; i++)
                {
                    var served = definitions[i].Districts ?? [definitions[i].District];
                    if (served.Contains(district.Code))
                    {
                        serving.Add(teams[i]);
                        weight += 1.0 / served.Count;
                    }
                }

                var postcodes = FewestPostcodes + options.Children * 2 / count / ChildrenOfAPostcode;
                places.Add(new SamplePlace
                {
                    Code = district.Code,
                    Name = district.Name,
                    Quadrant = quadrant.Code,
                    Weight = weight,
                    Postcodes = PostcodeBook.Make(random, places.Count + 1, postcodes, random.Unit()),
                    Teams = serving,
                    Schools = organisations.AddSchools(district.Name),
                });
            }
        }

        return places;
    }

    /// <summary>A place whose district is in the reference file but not in the profile.</summary>
    public static IReadOnlyList<SamplePlace> Elsewhere(Prng random, OrganisationBook organisations) =>
    [
        new()
        {
            Code = "ZX-NEXT",
            Name = "Neighbourton",
            Weight = 1,
            Postcodes = PostcodeBook.Make(random, 98, FewestPostcodes, 0.4),
            Teams = [],
            Schools = organisations.AddSchools("Neighbourton"),
        },
    ];
}
