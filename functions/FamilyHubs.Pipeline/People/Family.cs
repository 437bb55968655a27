namespace FamilyHubs.Pipeline.People;

/// <summary>A family at a day.</summary>
/// <param name="id">Record id of the key person.</param>
public sealed class Family(long id)
{
    private readonly SortedDictionary<long, int> _members = [];

    /// <summary>Record id of the key person.</summary>
    public long Id { get; } = id;

    /// <summary>Numbers of the members in the register, by record id; none of them is out.</summary>
    public IReadOnlyCollection<int> Members => _members.Values;

    internal void Join(int person, long personId, bool isOut)
    {
        if (!isOut)
        {
            _members[personId] = person;
        }
    }
}
