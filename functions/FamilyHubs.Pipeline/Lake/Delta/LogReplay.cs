using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Lake.Delta;

/// <summary>What the entries of a log say, one after the other.</summary>
/// <param name="table">Table.</param>
/// <param name="entries">The entries from version 0 on, at least one.</param>
internal sealed class LogReplay(string table, IReadOnlyList<LogEntry> entries)
{
    private readonly OrderedDictionary<string, DataFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _forgotten = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (TableCommit Commit, long Onto)> _commits = new(StringComparer.Ordinal);
    private readonly bool _rewritten = entries.Any(entry => entry.Forgotten.Count > 0);
    private TableSchema? _schema;

    /// <summary>Number of the newest version.</summary>
    public long Newest => entries.Count - 1;

    /// <summary>The entries, by version.</summary>
    public IReadOnlyList<LogEntry> Entries => entries;

    /// <summary>The newest version.</summary>
    /// <exception cref="InvalidDataException">The log is not whole.</exception>
    public TableState State()
    {
        Begin();
        foreach (var entry in entries)
        {
            Apply(entry);
        }

        return Current(entries[^1]);
    }

    /// <summary>Every version in order.</summary>
    /// <exception cref="InvalidDataException">The log is not whole.</exception>
    public IEnumerable<TableState> States()
    {
        Begin();
        foreach (var entry in entries)
        {
            Apply(entry);
            yield return Current(entry);
        }
    }

    private void Begin()
    {
        _schema = null;
        _files.Clear();
        _forgotten.Clear();
        _commits.Clear();
    }

    private void Apply(LogEntry entry)
    {
        _schema = entry.Schema ?? _schema;
        foreach (var file in entry.Removed)
        {
            // A file that was rewritten is taken out under its former name and its new one, of which one is there.
            _forgotten.Remove(file.Path);
            if (!_files.Remove(file.Path) && !_rewritten)
            {
                throw new InvalidDataException(
                    $"Version {entry.Commit.Version} of table {table} removes a file that the version before does not have.");
            }
        }

        foreach (var file in entry.Added)
        {
            _files[file.Path] = file;
        }

        foreach (var (path, rows) in entry.Forgotten)
        {
            _forgotten[path] = rows;
        }

        _commits[entry.Identity] = (entry.Commit, entry.Onto);
    }

    private TableState Current(LogEntry entry)
    {
        var state = new TableState(
            entry.Commit.Version,
            _schema ?? throw new InvalidDataException($"The log of table {table} has no schema."),
            [.. _files.Values.OrderBy(file => file.FirstLead)],
            _commits)
        {
            Forgotten = _forgotten.Values.Sum(),
        };
        var expected = entry.Commit.RowsAfter + entry.RowsForgotten;
        return state.Rows + state.Forgotten == expected
            ? state
            : throw new InvalidDataException(
                $"Version {state.Version} of table {table} should have {expected} rows; its files have {state.Rows + state.Forgotten}.");
    }
}
