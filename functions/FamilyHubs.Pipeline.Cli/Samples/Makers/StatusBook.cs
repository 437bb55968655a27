using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>Statuses of visits and appointments in the words of the profile.</summary>
internal sealed class StatusBook(ContactSettings contacts)
{
    private readonly string _finished = contacts.AttendedStatuses[0];
    private readonly string _automatic = Find(contacts.AttendedStatuses, "automatic");
    private readonly string _noAccess = Find(contacts.NotAttendedStatuses, "no access");
    private readonly string _notAttended = Find(contacts.NotAttendedStatuses, "not attend");

    public string Cancelled { get; } = Find(contacts.NotAttendedStatuses, "cancel");

    /// <summary>Visits end as finished, by hand or by themselves; appointments by hand.</summary>
    public Func<bool, string> Attended(Prng random)
    {
        var byItself = random.Chance(0.1);
        return isVisit => isVisit && byItself ? _automatic : _finished;
    }

    public string Missed(bool isVisit) => isVisit ? _noAccess : _notAttended;

    private static string Find(IReadOnlyList<string> statuses, string word) =>
        statuses.FirstOrDefault(status => status.Contains(word, StringComparison.OrdinalIgnoreCase)) ?? statuses[0];
}
