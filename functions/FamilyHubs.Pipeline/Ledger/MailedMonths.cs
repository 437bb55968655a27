using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Ledger;

/// <summary>Months of which everybody was told: table <c>Mailings</c>, partition = area and report, row = month. Nothing is due for them any more.</summary>
public sealed class MailedMonths(ITables tables, TimeProvider time)
{
    private const string At = "At";

    public async Task<bool> HasAsync(string area, Month month, CancellationToken cancel) =>
        await tables.FindAsync(TableNames.Mailings, Partition(area), month.ToString(), cancel) is not null;

    public Task MarkAsync(string area, Month month, CancellationToken cancel) => tables.UpsertAsync(
        TableNames.Mailings, [new TableRow(Partition(area), month.ToString()) { Values = { [At] = time.GetUtcNow() } }], cancel);

    private static string Partition(string area) => $"{area}|monthly";
}
