using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>SREvent, SRActivityEvent, SRVisit, SRAppointment, SREventLink.</summary>
internal static class ContactRows
{
    public static void Write(BatchTables tables, Contact contact)
    {
        tables.Put("SREvent", contact, static (row, contact, _) =>
        {
            row.Set("ContactEventLocation", contact.Location);
            row.Set("ContactMethod", contact.Mode);
            row.Set("EventIncomplete", false);
            row.Set("ClinicalEvent", contact.IsReach);
            row.Set("IDReferralIn", contact.Referral?.Id);
            row.Set("IDTeam", contact.Staff?.TeamId);
        });
        if (contact.Activity is not null)
        {
            tables.Put("SRActivityEvent", contact, static (row, contact, _) =>
            {
                row.Set("EventDetails", contact.Activity);
                row.Set("EventDetailsDuration", contact.Minutes);
                row.Set("IDEvent", contact.Id);
                row.Set("IDReferralIn", contact.Referral?.Id);
            });
        }
    }

    public static void Write(BatchTables tables, Booking booking)
    {
        if (booking.IsVisit)
        {
            tables.Put("SRVisit", booking, static (row, booking, changed) =>
            {
                row.Set("DateBooked", booking.Due);
                row.Set("DateRequested", booking.Created);
                row.Set("CurrentStatus", changed ? booking.FinalStatus : booking.FirstStatus);
                row.Set("IDProfileAssigned", booking.Staff?.ProfileId);
                row.Set("FollowUpDetails", "No");
                row.Set("IDReferralIn", booking.Referral?.Id);
                row.Set("Duration", booking.Minutes);
            });
        }
        else
        {
            tables.Put("SRAppointment", booking, static (row, booking, changed) =>
            {
                row.Set("DateStart", booking.Due);
                row.Set("DateEnd", booking.Due.AddMinutes(booking.Minutes));
                row.Set("AppointmentStatus", changed ? booking.FinalStatus : booking.FirstStatus);
                row.Set("DateAppointmentBooked", booking.Created);
                row.Set("FollowUpAppointment", false);
                row.Set("TelephoneAppointment", false);
                row.Set("IDProfileClinician", booking.Staff?.ProfileId);
                row.Set("RotaName", "Child health clinic");
                row.Set("IDReferralIn", booking.Referral?.Id);
            });
        }

        if (booking.Contact is { } contact)
        {
            var (visit, appointment) = booking.IsVisit ? (booking.Id, -1L) : (-1L, booking.Id);
            tables.Put("SREventLink", contact, (row, link, _) =>
            {
                row.Set("IDEvent", link.Id);
                row.Set("IDReferralIn", link.Referral?.Id);
                row.Set("IDAppointment", appointment);
                row.Set("IDVisit", visit);
            });
        }
    }
}
