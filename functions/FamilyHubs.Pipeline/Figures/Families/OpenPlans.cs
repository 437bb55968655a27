using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.People.Episodes;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Families;

/// <summary>The care plans of some persons that have not ended at the month's end, whether they are of an outcome measure or not.</summary>
internal sealed class OpenPlans
{
    private readonly CarePlanReader _reader;
    private readonly Dictionary<string, int> _numbers = new(FieldText.Comparer);
    private readonly List<string> _names = [];

    public OpenPlans(MonthlyContext context, bool[] wanted)
    {
        var definitions = context.Episodes.Definitions;
        _reader = new CarePlanReader(
            context.Population.People,
            new OutcomeColumn("SRCarePlanDetail", context.Lists, definitions),
            new OutcomeColumn("SRCarePlanReview", context.Lists, definitions),
            (person, name) => wanted[person] && !string.IsNullOrWhiteSpace(name) ? NumberOf(name.Trim()) : -1,
            context.AsOf);
    }

    public IReadOnlyList<ITableReader> Readers => [_reader, _reader.Reviews];

    /// <summary>Names of the plans of each person who has one.</summary>
    public ILookup<int, string> Names() =>
        _reader.Plans.Where(plan => _reader.StatusOf(plan) == EpisodeStatus.Active).ToLookup(plan => plan.Person, plan => _names[plan.Name]);

    /// <summary>Equal names are one plan, written as it was met first.</summary>
    private int NumberOf(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers[name] = number = _names.Count;
            _names.Add(name);
        }

        return number;
    }
}
