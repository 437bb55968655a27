using FamilyHubs.Pipeline.Extracts;

namespace FamilyHubs.Pipeline.Ledger;

/// <summary>The forgotten people of an area, as far as one can ask of a person whether it is one of them..</summary>
public sealed class ForgottenList
{
    private readonly IReadOnlySet<string> _known;
    private readonly PersonKeys _hash;
    private readonly string _area;

    // Rows of a person lie in many tables: the answer is found once.
    private readonly Dictionary<(long Person, string? Organisation), bool> _answers = [];

    internal ForgottenList(IReadOnlySet<string> known, PersonKeys hash, string area) => (_known, _hash, _area) = (known, hash, area);

    /// <summary>Whether rows of this person, visible to this organisation, must not come in.</summary>
    /// <param name="person">SystmOne record id.</param>
    /// <param name="organisation">Organisation; null where the row does not tell.</param>
    public bool Contains(long person, string? organisation)
    {
        lock (_answers)
        {
            if (!_answers.TryGetValue((person, organisation), out var answer))
            {
                answer = _known.Contains(ForgottenPeople.KeyOf(_hash, _area, person, null))
                    || (!string.IsNullOrEmpty(organisation) && _known.Contains(ForgottenPeople.KeyOf(_hash, _area, person, organisation)));
                _answers.Add((person, organisation), answer);
            }

            return answer;
        }
    }
}
