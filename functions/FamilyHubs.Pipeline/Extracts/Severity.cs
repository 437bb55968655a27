namespace FamilyHubs.Pipeline.Extracts;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>Taken in, but somebody should look.</summary>
    Warning,

    /// <summary>A row is refused.</summary>
    Row,

    /// <summary>The batch cannot be committed.</summary>
    Error,
}
