using System.IO.Compression;
using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Places;
using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>
/// Writes a batch folder: every table to a file beside the folder first, then the files into <c>SRExtract.zip</c>, the mappings, and
/// the manifest last (extracts.md 1).
/// </summary>
internal sealed class BatchWriter(SampleArea area, IFamilySource population, ContractCatalog contracts, OptionBook options)
{
    private const int FamiliesBetweenReports = 512;

    private static readonly string[] Loose = ["SRMapping", "SRMappingGroup"];

    private readonly CsvStyle _style = new(area.Profile.Extract);

    /// <param name="visit">Sees each family once; null when nothing else is to be made of them.</param>
    public async Task<SampleBatch> WriteAsync(
        BatchWindow window, string folder, FaultPlanter? faults, Func<Family, ValueTask>? visit, Action<int, long> report, CancellationToken cancel)
    {
        var parts = folder + ".parts";
        Clear(folder);
        Clear(parts);
        try
        {
            TableLayout[] layouts = [.. Layouts().OrderBy(layout => layout.Table, StringComparer.Ordinal)];
            var rows = await WriteTablesAsync(window, layouts, parts, faults, visit, report, cancel);
            await PackAsync(window, layouts, parts, Path.Combine(folder, "SRExtract.zip"), cancel);
            await WriteMappingsAsync(folder, cancel);
            var listed = layouts.Select(layout => (layout.Table, IsDelta(window, layout)));
            await ManifestWriter.WriteAsync(Path.Combine(folder, "SRManifest.csv"), window, listed, cancel);
            return new SampleBatch(window.Extract, folder, rows);
        }
        finally
        {
            Directory.Delete(parts, recursive: true);
        }
    }

    private async Task<long> WriteTablesAsync(
        BatchWindow window,
        TableLayout[] layouts,
        string parts,
        FaultPlanter? faults,
        Func<Family, ValueTask>? visit,
        Action<int, long> report,
        CancellationToken cancel)
    {
        Dictionary<string, TableWriter> writers = new(StringComparer.Ordinal);
        try
        {
            foreach (var layout in layouts)
            {
                writers.Add(layout.Table, Open(layout, Path.Combine(parts, layout.Table + ".csv"), IsDelta(window, layout), faults));
            }

            await WriteFamiliesAsync(new BatchTables(area, window, writers), visit, report, cancel);
            foreach (var writer in writers.Values)
            {
                await writer.FlushAsync(cancel);
            }

            return writers.Values.Sum(writer => writer.Rows);
        }
        finally
        {
            foreach (var writer in writers.Values)
            {
                await writer.DisposeAsync();
            }
        }
    }

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
    }

    /// <summary>A list without keys always comes whole.</summary>
    private static bool IsDelta(BatchWindow window, TableLayout layout) => window.IsDelta && layout.Find("RowIdentifier") >= 0;

    private IEnumerable<TableLayout> Layouts() => contracts.ExtractTables
        .Where(contract => !Loose.Contains(contract.Table))
        .Select(contract => new TableLayout(contract.Table, contract.Columns))
        .Concat(OutOfScopeTables.All);

    private TableWriter Open(TableLayout layout, string path, bool delta, FaultPlanter? faults)
    {
        var numbers = area.Options.ListStyle == ListStyle.Integer ? options : null;
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        return new TableWriter(layout, file, _style, delta, numbers, contracts.Find(layout.Table) is null ? null : faults);
    }

    private async Task WriteFamiliesAsync(BatchTables tables, Func<Family, ValueTask>? visit, Action<int, long> report, CancellationToken cancel)
    {
        if (!tables.Window.IsDelta)
        {
            ReferenceRows.Write(tables, options);
        }

        var children = 0;
        foreach (var family in population.Families())
        {
            cancel.ThrowIfCancellationRequested();
            FactRows.Write(tables, family);
            children += family.Children.Count;
            await tables.FlushAsync(cancel);
            if (visit is not null)
            {
                await visit(family);
            }

            if (family.Index % FamiliesBetweenReports == 0)
            {
                report(children, tables.Rows);
            }
        }

        report(children, tables.Rows);
    }

    private static async Task PackAsync(BatchWindow window, TableLayout[] layouts, string parts, string path, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        await using var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        foreach (var layout in layouts)
        {
            var name = layout.Table + ".csv";
            var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = new DateTimeOffset(window.To, TimeSpan.Zero);
            await using var source = File.OpenRead(Path.Combine(parts, name));
            await using var target = await entry.OpenAsync(cancel);
            await source.CopyToAsync(target, cancel);
        }
    }

    private async Task WriteMappingsAsync(string folder, CancellationToken cancel)
    {
        await using (var groups = Open(LooseLayout("SRMappingGroup"), Path.Combine(folder, "SRMappingGroup.csv"), delta: false, faults: null))
        {
            foreach (var (id, name) in options.MappingGroups)
            {
                groups.Begin();
                groups.Set("RowIdentifier", id);
                groups.Set("Group", name);
                groups.End();
            }

            await groups.FlushAsync(cancel);
        }

        await using var mappings = Open(LooseLayout("SRMapping"), Path.Combine(folder, "SRMapping.csv"), delta: false, faults: null);
        foreach (var (id, group, text) in options.Mappings)
        {
            mappings.Begin();
            mappings.Set("RowIdentifier", id);
            mappings.Set("IdMappingGroup", group);
            mappings.Set("Mapping", text);
            mappings.End();
        }

        await mappings.FlushAsync(cancel);
    }

    private TableLayout LooseLayout(string table) => contracts.Find(table) is { } contract
        ? new TableLayout(table, contract.Columns)
        : throw new InvalidOperationException($"There is no contract of {table}.");
}
