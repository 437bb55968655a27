using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>Puts people into priority groups and tiers of the caseload by the records that the profile says.</summary>
internal sealed class GroupScript(Profile profile)
{
    /// <param name="code">Code of the group or of the tier.</param>
    public void Join(Household household, Person person, string code, DateOnly from, DateOnly? until = null)
    {
        var source = SourceOf(code);
        switch (source.Kind)
        {
            case "coded":
                var start = source.Start!;
                household.Enter(person, start[household.Family.Index % start.Count], code, from);
                if (until is { } end)
                {
                    household.Enter(person, source.End![0], code + " - ended", end);
                }

                break;
            case "patientGroup":
                household.Join(person, source.Names![0], from, until);
                break;
            case "personAtRisk":
                household.Protect(person, withPlan: true, from, until);
                break;
            default:
                throw new InvalidOperationException($"{code} has a first source of kind {source.Kind}, which no record of SystmOne makes.");
        }
    }

    private GroupSource SourceOf(string code)
    {
        var tier = profile.Tiers.FirstOrDefault(one => one.Code == code)?.Sources?[0];
        return tier is { Kind: not "group" } own ? own : profile.PriorityGroups.First(group => group.Code == (tier?.Group ?? code)).Sources[0];
    }
}
