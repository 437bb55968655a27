using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Lake.Files;

/// <summary>
/// The Parquet files of a table. A file is named by the SHA-256 of its bytes and is never overwritten; what is read is compared
/// with that name before it is decoded, as Parquet itself has no checksum of the whole (reliability.md, finding 11).
/// </summary>
internal sealed class DataFiles(IBlobs blobs, IColumnFiles files, string area, string table)
{
    /// <summary>How the name of every data file begins.</summary>
    public const string Prefix = "part-";

    /// <summary>Rows of a file that no version has: nothing says how many it should have.</summary>
    public const long AnyNumber = -1;

    private const string Ending = ".parquet";

    /// <summary>Encodes the row groups and uploads the file.</summary>
    /// <param name="schema">Schema of the table.</param>
    /// <param name="groups">Rows, at least one.</param>
    /// <param name="content">An empty buffer to encode in.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<DataFile> WriteAsync(TableSchema schema, IReadOnlyList<RowGroup> groups, MemoryStream content, CancellationToken cancel)
    {
        await files.WriteAsync(content, schema, Sets(groups), cancel).ConfigureAwait(false);
        content.Position = 0;
        var path = Prefix + Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length))) + Ending;
        await UploadAsync(path, content, cancel).ConfigureAwait(false);
        return new DataFile(
            path,
            content.Length,
            groups.Sum(group => (long)group.Rows.RowCount),
            groups.Sum(group => (long)group.Records),
            groups[0].FirstLead,
            groups[^1].LastLead,
            FileStatistics.ToJson(schema, groups));
    }

    /// <summary>Reads columns of a file, a set for each row group; a column that the file lacks is empty.</summary>
    /// <exception cref="InvalidDataException">The file is not the one that was committed.</exception>
    public async IAsyncEnumerable<ColumnSet> ReadAsync(DataFile file, TableSchema columns, [EnumeratorCancellation] CancellationToken cancel)
    {
        var content = await DownloadAsync(file, cancel).ConfigureAwait(false);
        var rows = 0L;
        await foreach (var set in files.ReadAsync(new MemoryStream(content, writable: false), columns, cancel).ConfigureAwait(false))
        {
            rows += set.RowCount;
            yield return set;
        }

        if (rows != file.Rows && file.Rows != AnyNumber)
        {
            throw Damaged(file, string.Create(CultureInfo.InvariantCulture, $"it has {rows} rows instead of {file.Rows}"));
        }
    }

    /// <summary>Reads all row groups of a file (see <see cref="ReadAsync"/>).</summary>
    public async Task<IReadOnlyList<ColumnSet>> ReadAllAsync(DataFile file, TableSchema columns, CancellationToken cancel)
    {
        List<ColumnSet> sets = [];
        await foreach (var set in ReadAsync(file, columns, cancel).ConfigureAwait(false))
        {
            sets.Add(set);
        }

        return sets;
    }

    private async Task UploadAsync(string path, MemoryStream content, CancellationToken cancel)
    {
        var name = LakeNames.TableFolder(area, table) + path;
        try
        {
            await blobs.WriteAsync(Containers.Lake, name, content, WriteCondition.Absent, cancel).ConfigureAwait(false);
        }
        catch (BlobConflictException)
        {
            // The name is the content: an earlier attempt, or a retry whose first answer was lost, wrote this very file.
            var existing = await blobs.FindAsync(Containers.Lake, name, cancel).ConfigureAwait(false);
            if (existing?.Length != content.Length)
            {
                throw;
            }
        }
    }

    private async Task<byte[]> DownloadAsync(DataFile file, CancellationToken cancel)
    {
        var content = new byte[file.Size];
        var name = LakeNames.TableFolder(area, table) + file.Path;
        var stream = await OpenAsync(name, cancel).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var read = await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
            if (read != content.Length || stream.Length != content.Length)
            {
                throw Damaged(file, "it has another size");
            }
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        return file.Path == Prefix + hash + Ending ? content : throw Damaged(file, "its content does not have the hash in its name");
    }

    private async Task<Stream> OpenAsync(string name, CancellationToken cancel)
    {
        try
        {
            return await blobs.OpenReadAsync(Containers.Lake, name, null, cancel).ConfigureAwait(false);
        }
        catch (BlobNotFoundException error)
        {
            throw new InvalidDataException(
                $"A file of table {table} is no longer in the lake: the extract asked for is older than the history that is kept, or the file was just "
                + "replaced. Run this again; ask for a later extract if that does not help.",
                error);
        }
    }

    private InvalidDataException Damaged(DataFile file, string how) => new(
        $"File {file.Path} of table {table} in the lake is not the one that was committed: {how}. Restore it from a copy or a deleted version.");

    private static async IAsyncEnumerable<ColumnSet> Sets(IReadOnlyList<RowGroup> groups)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var group in groups)
        {
            yield return group.Rows;
        }
    }
}
