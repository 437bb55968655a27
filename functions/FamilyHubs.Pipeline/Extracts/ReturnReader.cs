using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Extracts.Csv;
using FamilyHubs.Pipeline.Extracts.Tables;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Extracts;

/// <summary>
/// Reads a partner's return or a reference file (extracts.md 5): UTF-8, the same types, refusals and quarantine as an extract's tables.
/// </summary>
/// <param name="contracts">The files that are known.</param>
/// <param name="keys">Makes the keys of postcodes.</param>
/// <param name="settings">How much of a file may be bad, and what a new column does.</param>
/// <param name="options">Sizes; null for the usual ones.</param>
public sealed class ReturnReader(ContractCatalog contracts, PersonKeys keys, ExtractSettings settings, ReaderOptions? options = null)
{
    private readonly ReaderOptions _options = options ?? new ReaderOptions();
    private readonly NewColumnHandling _onNewColumn = Enum.Parse<NewColumnHandling>(settings.OnNewColumn, ignoreCase: true);

    /// <summary>Reads a file to its end. It may be committed when <see cref="TableReading.IsAccepted"/>.</summary>
    /// <param name="path">Path below the area, e.g. <c>returns/caf-2019-03.csv</c>: it says which contract holds.</param>
    /// <param name="content">Its bytes; disposed.</param>
    /// <param name="sink">Takes the accepted rows.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The reading; the caller disposes its refused rows.</returns>
    /// <exception cref="ContractException">No contract is for a file of that name.</exception>
    public async Task<TableReading> ReadAsync(string path, Stream content, ITableSink sink, CancellationToken cancel)
    {
        var contract = contracts.ForFile(path)
            ?? throw new ContractException(
                "No contract is for a file of that name: returns are returns/indicator-….csv, caf-….csv and estart-….csv, " +
                "reference files are reference/postcodes.csv, workforce.csv and recipients.csv.");
        var refused = new RefusedRows(contract.Table);
        var length = content.CanSeek ? content.Length : long.MaxValue;
        try
        {
            await using var pump = new FilePump(content, cancel);
            var source = new TableSource(Path.GetFileName(path), false, null, contract.OnNewColumn ?? _onNewColumn);
            var reading = await new TableReader(contract, keys, refused, _options, length)
                .ReadAsync(pump.Content, CsvDialect.Return, source, sink, null, cancel);
            return reading with
            {
                ContentHash = await pump.HashAsync(),
                Findings = [.. reading.Findings, .. BadRowLimit.Check(reading, settings)],
            };
        }
        catch
        {
            await refused.DisposeAsync();
            throw;
        }
    }
}
