using System.Globalization;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Ledger;

/// <summary>The last day whose freshness check is done: table <c>Runs</c>, partition = area and "freshness", one row.</summary>
public sealed class FreshnessLedger(ITables tables)
{
    private const string Row = "checked";
    private const string Day = "Day";
    private const string DayFormat = "yyyy-MM-dd";

    public async Task<bool> IsDoneAsync(string area, DateOnly day, CancellationToken cancel) =>
        (await tables.FindAsync(TableNames.Runs, Partition(area), Row, cancel))?.Text(Day) is { } done
        && DateOnly.ParseExact(done, DayFormat, CultureInfo.InvariantCulture) >= day;

    public Task MarkDoneAsync(string area, DateOnly day, CancellationToken cancel) => tables.UpsertAsync(
        TableNames.Runs,
        [new TableRow(Partition(area), Row) { Values = { [Day] = day.ToString(DayFormat, CultureInfo.InvariantCulture) } }],
        cancel);

    private static string Partition(string area) => $"{area}|freshness";
}
