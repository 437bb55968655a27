namespace FamilyHubs.Pipeline.Extracts.Csv;

/// <summary>How a file writes its dates.</summary>
public enum DateForms
{
    /// <summary><c>dd MMM yyyy</c>, <c>dd MMM yyyy HH:mm</c>, <c>dd MMM yyyy HH:mm:ss</c> with English month names.</summary>
    SystmOne,

    /// <summary><c>yyyy-MM-dd</c>, with or without a time of day.</summary>
    Iso,
}
