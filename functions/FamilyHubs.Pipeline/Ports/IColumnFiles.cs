using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Ports;

/// <summary>Columns to and from Parquet files.</summary>
public interface IColumnFiles
{
    /// <summary>Writes one file with a row group for each set. All sets have the schema given.</summary>
    Task WriteAsync(Stream output, TableSchema schema, IAsyncEnumerable<ColumnSet> rowGroups, CancellationToken cancel);

    /// <summary>
    /// Reads the given columns, a set for each row group. A column that the file lacks is empty in every row
    /// (the table grew after the file was written). Types are checked against <paramref name="schema"/>.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is damaged or a column has another type.</exception>
    IAsyncEnumerable<ColumnSet> ReadAsync(Stream input, TableSchema schema, CancellationToken cancel);
}
