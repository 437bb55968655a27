using System.Globalization;

namespace FamilyHubs.Pipeline.People;

/// <summary>The teams that allocations name, numbered from 0 in the order of their SRTeam.RowIdentifier.</summary>
public sealed class Teams
{
    /// <summary>A person without team.</summary>
    public const int None = -1;

    /// <summary>Code of those without team (calculations.md 2).</summary>
    public const string NoneCode = "none";

    /// <summary>Name of those without team.</summary>
    public const string NoneName = "No team";

    private readonly long[] _ids;
    private readonly string?[] _names;

    internal Teams(IEnumerable<long> ids, Dictionary<long, string?> names)
    {
        _ids = [.. ids.Order()];
        _names = [.. _ids.Select(names.GetValueOrDefault)];
    }

    public int Count => _ids.Length;

    /// <summary>SRTeam.RowIdentifier, or <see cref="NoneCode"/>.</summary>
    public string Code(int team) => team == None ? NoneCode : _ids[team].ToString(CultureInfo.InvariantCulture);

    /// <summary>TeamName, null while its row has not arrived, or <see cref="NoneName"/>.</summary>
    public string? Name(int team) => team == None ? NoneName : _names[team];

    internal int Find(long id) => Array.BinarySearch(_ids, id);
}
