using System.IO.Compression;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Extracts.Csv;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Extracts.People;

/// <summary>Takes the rows of some people out of a raw file that was sent: a CSV, or a zip of them.</summary>
/// <param name="contracts">Tables and returns that are known.</param>
/// <param name="settings">How the area's extract is written.</param>
/// <param name="isOne">Whether a record id, at an organisation, is of one of them; the organisation is empty where the table has none, and null where a broken record does not tell.</param>
public sealed class PersonFileFilter(ContractCatalog contracts, ExtractSettings settings, Func<long, string?, bool> isOne)
{
    private readonly CsvDialect _extract = CsvDialect.Of(settings);

    /// <summary>Copies a file without their rows.</summary>
    /// <param name="path">Path below the area, e.g. <c>20190401_0215/SRExtract.zip</c>.</param>
    /// <param name="content">Its bytes; seekable when it is a zip.</param>
    /// <param name="target">Where to.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>How many rows were left out; when 0 the file may be kept as it is.</returns>
    public async Task<long> CopyAsync(string path, Stream content, Stream target, CancellationToken cancel)
    {
        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return await CopyZipAsync(content, target, cancel);
        }

        if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var contract = contracts.ForFile(path);
        var filter = new PersonRowFilter(contract is null ? _extract : CsvDialect.Return, isOne);
        return (await filter.CopyAsync(contract?.Table ?? Path.GetFileNameWithoutExtension(path), content, target, cancel)).Gone.Count;
    }

    /// <summary>Copies refused rows of a table; gives the places of those that were left out, the first after the header being 0, and how many there were.</summary>
    public Task<(IReadOnlyList<long> Gone, long Records)> CopyRefusedAsync(string table, Stream content, Stream target, CancellationToken cancel) =>
        new PersonRowFilter(ContractCatalog.IsExtractTable(table) ? _extract : CsvDialect.Return, isOne).CopyAsync(table, content, target, cancel);

    private async Task<long> CopyZipAsync(Stream content, Stream target, CancellationToken cancel)
    {
        var gone = 0L;
        await using var from = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancel);
        await using var to = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        foreach (var entry in from.Entries)
        {
            await using var source = await entry.OpenAsync(cancel);
            await using var copy = await to.CreateEntry(entry.FullName, CompressionLevel.Fastest).OpenAsync(cancel);
            if (entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            {
                gone += (await new PersonRowFilter(_extract, isOne).CopyAsync(Path.GetFileNameWithoutExtension(entry.Name), source, copy, cancel)).Gone.Count;
            }
            else
            {
                await source.CopyToAsync(copy, cancel);
            }
        }

        return gone;
    }
}
