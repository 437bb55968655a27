using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.People;

/// <summary>Reads the tables that make a <see cref="Population"/>. Its <see cref="Readers"/> share a <see cref="TableScan"/> with those of other figures.</summary>
internal sealed class PopulationReader
{
    private readonly PersonRegister _people;
    private readonly PostcodeReference _postcodes;
    private readonly GroupDefinitions _definitions;
    private readonly PersonRows<GroupSpell>.Builder _spells = new();
    private readonly HomeReader _homes;
    private readonly AllocationReader _allocations;
    private readonly RelationshipReader _relationships;
    private readonly CodedGroupReader _codes;
    private readonly PatientGroupReader _patientGroups;
    private readonly AtRiskReader _atRisk;
    private readonly EstartReader _estart;

    public PopulationReader(Profile profile, PersonRegister people, PostcodeReference postcodes, ListTexts lists)
    {
        (_people, _postcodes, _definitions) = (people, postcodes, new GroupDefinitions(profile));
        _homes = new HomeReader(people, postcodes, lists);
        _allocations = new AllocationReader(people);
        _relationships = new RelationshipReader(people, profile, lists);
        _codes = new CodedGroupReader(people, _definitions);
        _patientGroups = new PatientGroupReader(people, _definitions, _spells);
        _atRisk = new AtRiskReader(people, _definitions, _spells);
        _estart = new EstartReader(people, _definitions, _spells);
    }

    public IReadOnlyList<ITableReader> Readers =>
        [_homes, _allocations, _allocations.TeamNames, _relationships, _codes, _patientGroups, _atRisk, _estart];

    public IEnumerable<Finding> Findings =>
    [
        .. _homes.Findings, .. _relationships.Findings, _codes.Undated, _patientGroups.Undated, _atRisk.Undated, .. _estart.Findings,
    ];

    /// <summary>To be called when the tables have been read.</summary>
    public Population Build() => new(
        _people,
        _postcodes,
        _homes.Build(),
        _allocations.Build(),
        _relationships.Build(),
        _definitions,
        new GroupRecords(_definitions, _codes.Marks.Build(_people.Count), _spells.Build(_people.Count)));
}
