using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Caseload;

/// <summary>Reads the records that start and end the tiers of the caseload, as those of priority groups are read → <see cref="TierRecords"/>.</summary>
internal sealed class TierReader
{
    private readonly Profile _profile;
    private readonly Population _population;
    private readonly GroupDefinitions _definitions;
    private readonly PersonRows<GroupSpell>.Builder _spells = new();
    private readonly CodedGroupReader _codes;
    private readonly PatientGroupReader _patientGroups;
    private readonly AtRiskReader _atRisk;
    private readonly EstartReader _estart;

    public TierReader(Profile profile, Population population)
    {
        (_profile, _population) = (profile, population);
        // A source of kind group is answered by the records of that group, which have been read.
        _definitions = new GroupDefinitions(
            profile.Area,
            [.. profile.Tiers.Select(tier => new PriorityGroup(tier.Code, tier.Name, [.. (tier.Sources ?? []).Where(source => source.Kind != "group")]))]);
        _codes = new CodedGroupReader(population.People, _definitions);
        _patientGroups = new PatientGroupReader(population.People, _definitions, _spells);
        _atRisk = new AtRiskReader(population.People, _definitions, _spells);
        _estart = new EstartReader(population.People, _definitions, _spells);
    }

    public IReadOnlyList<ITableReader> Readers => [_codes, _patientGroups, _atRisk, _estart];

    /// <summary>Findings about the tiers' own records. What e-Start rows match is counted with the priority groups.</summary>
    public IReadOnlyList<Finding> Findings => [_codes.Undated, _patientGroups.Undated, _atRisk.Undated];

    /// <summary>To be called when the tables have been read.</summary>
    public TierRecords Build()
    {
        var people = _population.People.Count;
        return new TierRecords(_profile.Tiers, _definitions, new GroupRecords(_definitions, _codes.Marks.Build(people), _spells.Build(people)), _population);
    }
}
