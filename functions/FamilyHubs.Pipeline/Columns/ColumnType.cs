namespace FamilyHubs.Pipeline.Columns;

/// <summary>The types a cell can have, in every table from the CSV to the Parquet file. Every column may hold empty cells.</summary>
public enum ColumnType
{
    /// <summary>Whole number of 64 bits: ids, counts.</summary>
    Integer,

    /// <summary>Real number (double).</summary>
    Number,

    Boolean,

    /// <summary>Calendar day.</summary>
    Date,

    /// <summary>Europe/London wall-clock time without a zone, to the second (calculations.md 1).</summary>
    DateTime,

    Text,
}
