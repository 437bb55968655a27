namespace FamilyHubs.Pipeline.Access;

/// <summary>Something that is put on record for good.</summary>
public interface IAuditRecord
{
    /// <summary>When.</summary>
    DateTimeOffset At { get; }

    /// <summary>Area.</summary>
    string Area { get; }
}
