using System.Text;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Ledger;

/// <summary>
/// Who has been forgotten and must not come back: table <c>Extracts</c>, partition <c>{area}|forgotten</c>, one row a person, or a person and an
/// organisation. The row's key is the HMAC of the record id with the secret of <c>PersonKey</c>: the list itself names nobody.
/// </summary>
public sealed class ForgottenPeople(ITables tables, IPersonKeySource keys)
{
    private const string KeyVersion = "KeyVersion";

    /// <summary>Puts a person on the list; once is enough.</summary>
    /// <param name="area">Area.</param>
    /// <param name="person">SystmOne record id.</param>
    /// <param name="organisation">Only rows visible to this organisation; null for all.</param>
    /// <param name="at">When.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task AddAsync(string area, long person, string? organisation, DateTimeOffset at, CancellationToken cancel)
    {
        var secret = await keys.GetAsync(cancel);
        using var hash = new PersonKeys(secret.Key, secret.Version);
        var row = KeyOf(hash, area, person, organisation);
        if (await tables.FindAsync(TableNames.Extracts, Partition(area), row, cancel) is null)
        {
            await tables.UpsertAsync(
                TableNames.Extracts,
                [new TableRow(Partition(area), row) { Values = { [KeyVersion] = secret.Version, ["At"] = at } }],
                cancel);
        }
    }

    /// <summary>Takes a person off the list: what comes of them from now on is taken again. False when they are not on it.</summary>
    /// <param name="area">Area.</param>
    /// <param name="person">SystmOne record id.</param>
    /// <param name="organisation">The organisation to which the entry is limited; null for the entry of all.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<bool> RemoveAsync(string area, long person, string? organisation, CancellationToken cancel)
    {
        var row = await PseudonymAsync(area, person, organisation, cancel);
        if (await tables.FindAsync(TableNames.Extracts, Partition(area), row, cancel) is null)
        {
            return false;
        }

        await tables.DeleteAsync(TableNames.Extracts, Partition(area), row, cancel);
        return true;
    }

    /// <summary>True when the person is on the list, in an entry of just that organisation or of all.</summary>
    public async Task<bool> HasAsync(string area, long person, string? organisation, CancellationToken cancel) =>
        await tables.FindAsync(TableNames.Extracts, Partition(area), await PseudonymAsync(area, person, organisation, cancel), cancel) is not null;

    /// <summary>The list of an area; null when nobody is on it.</summary>
    /// <exception cref="InvalidOperationException">The secret has been changed since: nobody on the list would be known again.</exception>
    public async Task<ForgottenList?> FindAsync(string area, CancellationToken cancel)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        HashSet<string?> versions = [];
        await foreach (var row in tables.QueryAsync(TableNames.Extracts, Partition(area), string.Empty, cancel))
        {
            known.Add(row.Row);
            versions.Add(row.Text(KeyVersion));
        }

        if (known.Count == 0)
        {
            return null;
        }

        var secret = await keys.GetAsync(cancel);
        if (versions.Any(version => version != secret.Version))
        {
            throw new InvalidOperationException(
                $"People of {area} were forgotten under version {string.Join(", ", versions)} of the setting PersonKey, and it has version {secret.Version} now: "
                + "an extract would bring them back. Set PersonKey to the former secret and ingest again.");
        }

        return new ForgottenList(known, new PersonKeys(secret.Key, secret.Version), area);
    }

    /// <summary>The name of a person on the list and in the audit: an HMAC.</summary>
    public async Task<string> PseudonymAsync(string area, long person, string? organisation, CancellationToken cancel)
    {
        var secret = await keys.GetAsync(cancel);
        using var hash = new PersonKeys(secret.Key, secret.Version);
        return KeyOf(hash, area, person, organisation);
    }

    internal static string KeyOf(PersonKeys hash, string area, long person, string? organisation) =>
        hash.Of(Encoding.UTF8.GetBytes(FormattableString.Invariant($"forgotten|{area}|{person}|{organisation}")));

    private static string Partition(string area) => $"{area}|forgotten";
}
