using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Ledger;

/// <summary>
/// Who was sent what: table <c>Mailings</c>, partition = area, report and period, row = recipient.
/// The row is written before the send, so that a crash between the two can be seen (product.md, What may travel in an e-mail).
/// </summary>
public sealed class MailingLedger(ITables tables, TimeProvider time)
{
    public async Task<MailingEntry?> FindAsync(string area, string report, string period, string recipient, CancellationToken cancel) =>
        await tables.FindAsync(TableNames.Mailings, Partition(area, report, period), recipient, cancel) is { } row
            ? FromRow(row, area, report, period)
            : null;

    /// <summary>The mails of one report.</summary>
    public async Task<IReadOnlyList<MailingEntry>> ListAsync(string area, string report, string period, CancellationToken cancel)
    {
        List<MailingEntry> entries = [];
        await foreach (var row in tables.QueryAsync(TableNames.Mailings, Partition(area, report, period), string.Empty, cancel))
        {
            entries.Add(FromRow(row, area, report, period));
        }

        return entries;
    }

    /// <summary>Writes the entry over the state it was read in. Gives it with its new ETag.</summary>
    /// <exception cref="TableConflictException">Another worker wrote in between.</exception>
    public async Task<MailingEntry> WriteAsync(MailingEntry entry, CancellationToken cancel)
    {
        var written = entry with { UpdatedAt = time.GetUtcNow() };
        var etag = written.ETag is null
            ? await tables.InsertAsync(TableNames.Mailings, ToRow(written), cancel)
            : await tables.ReplaceAsync(TableNames.Mailings, ToRow(written), cancel);
        return written with { ETag = etag };
    }

    private static string Partition(string area, string report, string period) => $"{area}|{report}|{period}";

    private static TableRow ToRow(MailingEntry entry) => new(Partition(entry.Area, entry.Report, entry.Period), entry.Recipient)
    {
        ETag = entry.ETag,
        Values =
        {
            ["State"] = entry.State.ToString(),
            ["UpdatedAt"] = entry.UpdatedAt,
            ["MessageId"] = entry.MessageId,
            ["Reason"] = entry.Reason,
            ["RunId"] = entry.RunId,
            ["Attempts"] = entry.Attempts,
        },
    };

    private static MailingEntry FromRow(TableRow row, string area, string report, string period) => new(
        area,
        report,
        period,
        row.Row,
        Enum.Parse<MailingState>(row.Text("State") ?? nameof(MailingState.Unknown)),
        row.Time("UpdatedAt") ?? default)
    {
        ETag = row.ETag,
        MessageId = row.Text("MessageId"),
        Reason = row.Text("Reason"),
        RunId = row.Text("RunId"),
        Attempts = (int)(row.Integer("Attempts") ?? 0),
    };
}
