using System.Security.Cryptography;
using FamilyHubs.Pipeline.Extracts.Archives;
using FamilyHubs.Pipeline.Extracts.Batches;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Extracts.Csv;
using FamilyHubs.Pipeline.Extracts.Tables;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Extracts;

/// <summary>
/// Reads a batch in one pass: checks that it is whole and in its turn, hands the accepted rows of each table in scope to its sink, and
/// gives everything that was found at once (extracts.md 1 and 2). Commits nothing: that is for whoever owns the sinks, and only when the
/// verdict is <see cref="BatchVerdict.Accepted"/>.
/// </summary>
/// <param name="contracts">Tables in scope.</param>
/// <param name="keys">Makes the keys of people and postcodes.</param>
/// <param name="settings">How the area's extract is written, and how much of it may be bad.</param>
/// <param name="options">Sizes; null for the usual ones.</param>
public sealed class BatchReader(ContractCatalog contracts, PersonKeys keys, ExtractSettings settings, ReaderOptions? options = null)
{
    private static readonly string[] Mappings = ["SRMapping", "SRMappingGroup"];
    private readonly CsvDialect _dialect = CsvDialect.Of(settings);
    private readonly ReaderOptions _options = options ?? new ReaderOptions();
    private readonly NewColumnHandling _onNewColumn = Enum.Parse<NewColumnHandling>(settings.OnNewColumn, ignoreCase: true);

    /// <summary>Reads a batch to its end, whatever is wrong with it.</summary>
    /// <param name="files">The batch.</param>
    /// <param name="history">What has been committed.</param>
    /// <param name="sinkOf">The sink of a table; null checks only.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="IOException">A file could not be fetched: not the batch's fault, try again.</exception>
    public async Task<BatchReading> ReadAsync(
        IBatchFiles files, BatchHistory history, Func<TableContract, ITableSink>? sinkOf, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        List<ValidationFinding> findings = [];
        List<TableReading> tables = [];
        IReadOnlyList<BatchFile> all;
        try
        {
            all = await files.ListAsync(cancel);
        }
        catch (ArchiveException e)
        {
            return new BatchReading { Extract = files.Extract, Verdict = BatchVerdict.Refused, Tables = [], Findings = [Unsafe(null, e)] };
        }

        List<(string Name, string Hash)> hashes = [];
        var (manifest, manifestFindings) = await ReadManifestAsync(files, all, hashes, cancel);
        findings.AddRange(manifestFindings);
        var present = all.Where(f => f.Name != Manifest.FileName).ToDictionary(f => f.Name[..^4], StringComparer.Ordinal);
        var inScope = present.Keys.Where(t => contracts.Find(t) is not null).ToArray();
        if (manifest is not null)
        {
            findings.AddRange(CompareFiles(manifest, present.Keys));
            findings.AddRange(OrderChecks.Check([.. manifest.Entries.Where(e => contracts.Find(e.Table) is not null)], history));
        }

        try
        {
            var total = inScope.Sum(t => present[t].Length);
            long before = 0;
            foreach (var table in inScope)
            {
                var contract = contracts.Find(table)!;
                var start = before;
                var report = progress is null ? (Action<long, long>?)null : (rows, bytes) => progress.Report(new(table, rows, start + bytes, total));
                var sink = sinkOf?.Invoke(contract) ?? NullSink.Instance;
                var reading = await ReadTableAsync(files, present[table], contract, manifest?.Find(table), sink, report, cancel);
                tables.Add(reading);
                findings.AddRange(reading.Findings);
                hashes.Add((present[table].Name, reading.ContentHash));
                before += present[table].Length;
            }
        }
        catch
        {
            foreach (var table in tables)
            {
                await table.Refused.DisposeAsync();
            }

            throw;
        }

        var hash = hashes.Exists(h => h.Hash.Length == 0) || manifest is null ? "" : BatchReading.HashOf(hashes);
        return new BatchReading
        {
            Extract = files.Extract,
            Manifest = manifest,
            ContentHash = hash,
            Tables = tables,
            Skipped = [.. present.Where(f => contracts.Find(f.Key) is null).Select(f => new SkippedFile(f.Key, f.Value.Length))],
            Findings = findings,
            Verdict = Judge(findings, hash, history),
        };
    }

    private static BatchVerdict Judge(List<ValidationFinding> findings, string hash, BatchHistory history)
    {
        if (hash.Length > 0 && !history.Force && history.ContentHashes.Contains(hash))
        {
            // That it is older than what is committed is in the nature of the thing.
            findings.RemoveAll(OrderChecks.IsAboutOrder);
            findings.Insert(0, new ValidationFinding(
                Severity.Note, ReasonCodes.Duplicate, null, null, null, "The same content was committed before.", "Nothing needs to be done."));
            return BatchVerdict.Duplicate;
        }

        var errors = findings.Where(f => f.Severity == Severity.Error).ToArray();
        return errors.Length == 0 ? BatchVerdict.Accepted
            : history.EarlierMayCome && errors.All(OrderChecks.CanWait) ? BatchVerdict.Deferred
            : BatchVerdict.Refused;
    }

    private async Task<(Manifest? Manifest, IReadOnlyList<ValidationFinding> Findings)> ReadManifestAsync(
        IBatchFiles files, IReadOnlyList<BatchFile> all, List<(string Name, string Hash)> hashes, CancellationToken cancel)
    {
        if (!all.Any(f => f.Name == Manifest.FileName))
        {
            return (null, [ManifestFinding(ReasonCodes.ManifestUnreadable, null, $"The batch has no {Manifest.FileName}.", "It is written last: wait for it, or send the batch again.")]);
        }

        try
        {
            using var content = new MemoryStream();
            await using (var stream = await files.OpenAsync(Manifest.FileName, cancel))
            {
                await Manifest.CopyAsync(stream, content, cancel);
            }

            hashes.Add((Manifest.FileName, Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)))));
            return (Manifest.Read(content.GetBuffer().AsMemory(0, (int)content.Length), settings), []);
        }
        catch (ManifestException e)
        {
            return (null, [ManifestFinding(e.Code, e.Line, e.Message, "Have the extract drawn again.")]);
        }
        catch (ArchiveException e)
        {
            return (null, [Unsafe("SRManifest", e)]);
        }
    }

    private async Task<TableReading> ReadTableAsync(
        IBatchFiles files,
        BatchFile file,
        TableContract contract,
        ManifestEntry? entry,
        ITableSink sink,
        Action<long, long>? report,
        CancellationToken cancel)
    {
        var refused = new RefusedRows(contract.Table);
        var source = new TableSource(
            file.Name, entry?.IsDelta ?? !Mappings.Contains(contract.Table), entry?.To, contract.OnNewColumn ?? _onNewColumn);
        try
        {
            await using var pump = new FilePump(await files.OpenAsync(file.Name, cancel), cancel);
            var reader = new TableReader(contract, keys, refused, _options, file.Length);
            var reading = await reader.ReadAsync(pump.Content, _dialect, source, sink, report, cancel);
            return reading with { ContentHash = await pump.HashAsync(), Findings = [.. reading.Findings, .. BadRowLimit.Check(reading, settings)] };
        }
        catch (ArchiveException e)
        {
            return new TableReading
            {
                Table = contract.Table,
                IsDelta = source.IsDelta,
                ExtractTo = source.ExtractTo,
                Refused = refused,
                Findings = [Unsafe(contract.Table, e)],
            };
        }
        catch
        {
            await refused.DisposeAsync();
            throw;
        }
    }

    private IEnumerable<ValidationFinding> CompareFiles(Manifest manifest, IEnumerable<string> present)
    {
        var there = present.ToHashSet(StringComparer.Ordinal);
        foreach (var entry in manifest.Entries)
        {
            if (!there.Contains(entry.Table))
            {
                yield return new ValidationFinding(
                    Severity.Error, ReasonCodes.FileMissing, entry.Table, null, null,
                    "The manifest lists the file, and it is not there; a table without rows has a header all the same.", "Send the batch again, whole.");
            }
        }

        foreach (var table in there.Where(t => manifest.Find(t) is null && !Mappings.Contains(t)).Order(StringComparer.Ordinal))
        {
            yield return new ValidationFinding(
                Severity.Warning, ReasonCodes.FileUnlisted, table, null, null,
                contracts.Find(table) is null
                    ? "The manifest does not list the file; it is not in scope."
                    : "The manifest does not list the file; its rows are added, and none is taken away for being absent.",
                "Find out why the manifest does not list it.");
        }
    }

    private static ValidationFinding ManifestFinding(string code, long? line, string message, string remedy) =>
        new(Severity.Error, code, "SRManifest", line, null, message, remedy);

    private static ValidationFinding Unsafe(string? table, ArchiveException e) =>
        new(Severity.Error, ReasonCodes.ArchiveUnsafe, table, null, null, e.Message, "Have the archive made again and send the batch once more.");
}
