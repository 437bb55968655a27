namespace FamilyHubs.Pipeline.Azure.Mailing;

/// <summary>Whom mail may go to: a list of addresses and <c>@domains</c> parted by semicolons, or everyone when it is empty.</summary>
internal sealed class AllowedRecipients(string list)
{
    private readonly string[] _entries = list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool IsEveryone => _entries.Length == 0;

    public bool IsValid => Array.TrueForAll(_entries, entry => entry.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at && at < entry.Length - 1
        && entry.IndexOf('@', at + 1) < 0 && !entry.Contains(' ', StringComparison.Ordinal));

    public bool Allows(string address) =>
        IsEveryone || Array.Exists(_entries, entry => entry.StartsWith('@')
            ? address.EndsWith(entry, StringComparison.OrdinalIgnoreCase)
            : address.Equals(entry, StringComparison.OrdinalIgnoreCase));
}
