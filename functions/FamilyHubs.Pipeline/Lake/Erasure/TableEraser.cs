using System.Runtime.CompilerServices;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake.Delta;
using FamilyHubs.Pipeline.Lake.Files;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Lake.Erasure;

/// <summary>
/// Takes a person out of every version of a table: each file that holds the person is written again without, put in its place in the log, and
/// deleted. Versions keep their numbers, and everybody else's rows in them. May be cut off anywhere and done again. The caller keeps other
/// writers away.
/// </summary>
internal sealed class TableEraser(IBlobs blobs, IColumnFiles columnFiles, TimeProvider time, string area, string table)
{
    private const int Passes = 4;

    private readonly DeltaLog _log = new(blobs, time, area, table);
    private readonly DataFiles _files = new(blobs, columnFiles, area, table);
    private readonly string _folder = LakeNames.TableFolder(area, table);

    /// <summary>What of a person is in the table, nothing being changed.</summary>
    public async Task<ErasedRows> LookAsync(PersonRows person, CancellationToken cancel)
    {
        var counted = new ErasedRows(table, 0, 0, 0);
        if (await _log.ReadHistoryAsync(cancel).ConfigureAwait(false) is not { } history)
        {
            return counted;
        }

        var state = history.State();
        await foreach (var (file, rows) in FindAsync(history, state.Schema, person, cancel).ConfigureAwait(false))
        {
            var isCurrent = state.Files.Any(current => current.Path == file.Path);
            counted = counted with { Rows = counted.Rows + (isCurrent ? rows : 0), Copies = counted.Copies + rows, Files = counted.Files + 1 };
        }

        return counted;
    }

    /// <summary>Takes the person out. Files are replaced in one pass and found gone, and deleted, in the next.</summary>
    /// <exception cref="LakeConflictException">Another writer changed the log; what is left is done by the next call.</exception>
    public async Task RunAsync(PersonRows person, CancellationToken cancel)
    {
        for (var pass = 0; pass < Passes; pass++)
        {
            var texts = await _log.ReadTextsAsync(cancel).ConfigureAwait(false);
            if (texts.Count == 0)
            {
                return;
            }

            var history = new LogReplay(table, [.. texts.Select((text, version) => LogReader.Read(table, version, text.Content))]);
            var (replaced, lost) = await ReplaceAsync(history, person, cancel).ConfigureAwait(false);
            var rewriter = new LogRewriter(replaced, lost);
            var rewritten = texts.Select(text => rewriter.Rewrite(text.Content)).ToArray();
            if (!Array.Exists(rewritten, text => text is not null))
            {
                return;
            }

            await new Checkpoints(blobs, area, table).DeleteAsync(cancel).ConfigureAwait(false);

            // The newest first: a version takes out the new file before an earlier one puts it in.
            for (var version = rewritten.Length - 1; version >= 0; version--)
            {
                if (rewritten[version] is { } text)
                {
                    await _log.ReplaceAsync(version, texts[version].ETag, text, cancel).ConfigureAwait(false);
                }
            }
        }

        throw new LakeConflictException(table);
    }

    private async Task<(Dictionary<string, ReplacedFile> Replaced, HashSet<string> Lost)> ReplaceAsync(
        LogReplay history, PersonRows person, CancellationToken cancel)
    {
        var schema = history.State().Schema;
        var named = history.Entries.SelectMany(entry => entry.Added).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, ReplacedFile> replaced = new(StringComparer.Ordinal);
        await foreach (var (file, rows) in FindAsync(history, schema, person, cancel).ConfigureAwait(false))
        {
            if (named.Contains(file.Path))
            {
                replaced.Add(file.Path, new ReplacedFile(rows, await WriteRestAsync(file, schema, person, cancel).ConfigureAwait(false)));
            }
            else
            {
                // No version has it: another stands in its place by now, or its commit was cut off.
                await blobs.DeleteAsync(Containers.Lake, _folder + file.Path, cancel).ConfigureAwait(false);
            }
        }

        named.ExceptWith(history.State().Files.Select(file => file.Path));
        named.ExceptWith((await ListAsync(cancel).ConfigureAwait(false)).Select(file => file.Path));
        return (replaced, named);
    }

    /// <summary>Files in storage that hold rows of the person, those that no version has among them, and how many.</summary>
    private async IAsyncEnumerable<(DataFile File, long Rows)> FindAsync(
        LogReplay history, TableSchema schema, PersonRows person, [EnumeratorCancellation] CancellationToken cancel)
    {
        var telling = person.Telling(schema);
        if (telling.Columns.Count == 0)
        {
            yield break;
        }

        var known = new Dictionary<string, DataFile>(StringComparer.Ordinal);
        foreach (var file in history.Entries.SelectMany(entry => entry.Added))
        {
            known[file.Path] = file;
        }

        foreach (var stored in await ListAsync(cancel).ConfigureAwait(false))
        {
            var file = known.GetValueOrDefault(stored.Path, stored);
            var rows = 0L;
            await foreach (var set in _files.ReadAsync(file, telling, cancel).ConfigureAwait(false))
            {
                rows += set.RowCount - person.Others(set).Length;
            }

            if (rows > 0)
            {
                yield return (file, rows);
            }
        }
    }

    private async Task<DataFile?> WriteRestAsync(DataFile file, TableSchema schema, PersonRows person, CancellationToken cancel)
    {
        List<RowGroup> groups = [];
        await foreach (var set in _files.ReadAsync(file, schema, cancel).ConfigureAwait(false))
        {
            var rest = new ColumnSet(schema);
            rest.AppendFrom(set, person.Others(set));
            if (rest.RowCount > 0)
            {
                var group = new RowGroup(rest);
                group.Note(schema.Key.Count == 0 ? new long[rest.RowCount] : KeyOrder.Leads(rest[schema.Key[0]]));
                groups.Add(group);
            }
        }

        using var buffer = new MemoryStream();
        return groups.Count == 0 ? null : await _files.WriteAsync(schema, groups, buffer, cancel).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<DataFile>> ListAsync(CancellationToken cancel)
    {
        List<DataFile> files = [];
        await foreach (var blob in blobs.ListAsync(Containers.Lake, _folder + DataFiles.Prefix, cancel).ConfigureAwait(false))
        {
            files.Add(new DataFile(blob.Name[_folder.Length..], blob.Length, DataFiles.AnyNumber, 0, 0, 0, "{}"));
        }

        return files;
    }
}
