using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Ledger;

/// <summary>The recipients of an area: table <c>Recipients</c>, partition = area, row = address.</summary>
public sealed class RecipientBook(ITables tables)
{
    private const char Separator = ';';

    /// <param name="email">Address, lower case.</param>
    public async Task<Recipient?> FindAsync(string area, string email, CancellationToken cancel) =>
        await tables.FindAsync(TableNames.Recipients, area, email, cancel) is { } row ? FromRow(row) : null;

    public async Task<IReadOnlyList<Recipient>> ListAsync(string area, CancellationToken cancel)
    {
        List<Recipient> recipients = [];
        await foreach (var row in tables.QueryAsync(TableNames.Recipients, area, string.Empty, cancel))
        {
            recipients.Add(FromRow(row));
        }

        return recipients;
    }

    /// <summary>Makes these the recipients of the area; who is not among them gets nothing any more.</summary>
    public async Task ReplaceAsync(string area, IReadOnlyCollection<Recipient> recipients, CancellationToken cancel)
    {
        await tables.UpsertAsync(TableNames.Recipients, [.. recipients.Select(r => ToRow(area, r))], cancel);
        var kept = recipients.Select(r => r.Email).ToHashSet(StringComparer.Ordinal);
        foreach (var former in await ListAsync(area, cancel))
        {
            if (!kept.Contains(former.Email))
            {
                await tables.DeleteAsync(TableNames.Recipients, area, former.Email, cancel);
            }
        }
    }

    private static TableRow ToRow(string area, Recipient recipient) => new(area, recipient.Email)
    {
        Values =
        {
            ["Name"] = recipient.Name,
            ["Roles"] = string.Join(Separator, recipient.Roles),
            ["AreaCodes"] = string.Join(Separator, recipient.AreaCodes),
            ["Reports"] = string.Join(Separator, recipient.Reports),
        },
    };

    private static Recipient FromRow(TableRow row) =>
        new(row.Row, row.Text("Name") ?? row.Row, Split(row, "Roles"), Split(row, "AreaCodes"), Split(row, "Reports"));

    private static string[] Split(TableRow row, string property) =>
        (row.Text(property) ?? string.Empty).Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
