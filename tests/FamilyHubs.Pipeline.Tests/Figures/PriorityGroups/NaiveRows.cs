namespace FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

/// <summary>Rows as objects, with SystmOne's column names, for the naive weekly report.</summary>
internal static class NaiveRows
{
    public sealed record Patient(long RowIdentifier, DateTime? DateBirth, DateTime? DateDeath, bool? TestPatient, string? Gender = null);

    public sealed record Removed(long? IDPatient);

    public sealed record Address(long RowIdentifier, long? IDPatient, DateTime? DateEvent, DateTime? DateTo, string? AddressType, string? PostcodeKey);

    public sealed record Postcode(string PostcodeKey, string? District, long? ImdQuintile = null);

    public sealed record Relationship(
        long? IDPatient,
        long? IDPatientRelationshipWith,
        string? RelationshipType,
        DateTime? DateEvent,
        DateTime? DateEnded,
        bool? HasParentalResponsibility,
        bool? PrincipalCarerForPatient);

    public sealed record Allocation(
        long RowIdentifier,
        long? IDPatient,
        long? IDTeam,
        DateTime? DateStart,
        DateTime? DateEnd,
        DateTime? DateDeleted,
        bool? IsKeyTeam,
        long? IDReferralIn = null);

    public sealed record Team(long RowIdentifier, string? TeamName);

    public sealed record Code(long RowIdentifier, long? IDPatient, string? CTV3Code, DateTime? DateEvent, long? IDTemplate);

    public sealed record PatientGroup(long? IDPatient, string? Name, DateTime? DateEvent, DateTime? DateRemoved);

    public sealed record AtRisk(long? IDPatient, bool? ProtectionPlan, DateTime? DateAdded, DateTime? DateRemoved);

    public sealed record Estart(long? PersonRef, string? Group, DateOnly? From, DateOnly? To);

    public sealed record Event(long RowIdentifier, long? IDPatient, DateTime? DateEvent, string? ContactMethod);

    public sealed record EventLink(long? IDEvent, long? IDVisit, long? IDAppointment);

    public sealed record Visit(long RowIdentifier, string? CurrentStatus);

    public sealed record Appointment(long RowIdentifier, string? AppointmentStatus);

    public sealed record Template(long RowIdentifier, string? TemplateName);

    public sealed record TemplateLink(long? IDCode, long? IDTemplate);

    public sealed record Option(long RowIdentifier, string ConfiguredListOption);

    public sealed record MappedText(long RowIdentifier, string Mapping);
}
