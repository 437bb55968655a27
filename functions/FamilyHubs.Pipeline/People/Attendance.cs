using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.People;

/// <summary>
/// Which events were attended (calculations.md 4). An event is, unless SREventLink ties it to visits or appointments with a known
/// status and none of them is an attended one. Known is a status that stands in one of the profile's two lists.
/// </summary>
public static class Attendance
{
    /// <summary>Of <paramref name="events"/> (SREvent.RowIdentifier), those that were not attended.</summary>
    public static async Task<(IReadOnlySet<long> NotAttended, IReadOnlyList<Finding> Findings)> NotAttendedAsync(
        IReadOnlySet<long> events, IExtractTables tables, ContactSettings settings, ListTexts lists, CancellationToken cancel)
    {
        if (events.Count == 0)
        {
            return (events, []);
        }

        var links = new EventLinkReader(events);
        await TableScan.RunAsync(tables, [links], cancel).ConfigureAwait(false);
        var visits = new StatusReader("SRVisit", "CurrentStatus", links.Visits, settings, lists);
        var appointments = new StatusReader("SRAppointment", "AppointmentStatus", links.Appointments, settings, lists);
        await TableScan.RunAsync(tables, [visits, appointments], cancel).ConfigureAwait(false);

        var attended = new HashSet<long>();
        var notAttended = new HashSet<long>();
        foreach (var link in links.Links)
        {
            if ((link.IsVisit ? visits : appointments).Attended(link.Id) is { } was)
            {
                (was ? attended : notAttended).Add(link.Event);
            }
        }

        notAttended.ExceptWith(attended);
        return (notAttended, [.. visits.Findings, .. appointments.Findings]);
    }
}
