namespace FamilyHubs.Pipeline.People;

/// <summary>A tie between an event and a visit or an appointment.</summary>
/// <param name="Event">SREvent.RowIdentifier.</param>
/// <param name="IsVisit">SRVisit, else SRAppointment.</param>
/// <param name="Id">RowIdentifier of the visit or appointment.</param>
internal readonly record struct EventLink(long Event, bool IsVisit, long Id);
