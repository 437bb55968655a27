using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>Meaningful reaches (E19-34): attended contacts, by a mode in the profile's list, with a child under five or that child's parent.</summary>
internal sealed record MeaningfulReach(IReadOnlyList<Contact> Contacts, IReadOnlyList<Finding> Findings)
{
    /// <summary>Reads the contacts of the persons wanted.</summary>
    /// <param name="since">For each person the first day whose contacts are wanted; <see cref="DateOnly.MaxValue"/> for none.</param>
    /// <param name="to">Last day.</param>
    public static async Task<MeaningfulReach> LoadAsync(
        Profile profile, IExtractTables tables, PersonRegister people, ListTexts lists, DateOnly[] since, DateOnly to, CancellationToken cancel)
    {
        var reader = new ContactReader(people, lists, since, to, profile.Contacts, profile.MeaningfulReach.Modes);
        await TableScan.RunAsync(tables, [reader], cancel).ConfigureAwait(false);
        var events = reader.Contacts.Select(contact => contact.Event).ToHashSet();
        var (notAttended, findings) =
            await Attendance.NotAttendedAsync(events, tables, profile.Contacts, lists, cancel).ConfigureAwait(false);
        return new MeaningfulReach(
            [.. reader.Contacts.Where(contact => !notAttended.Contains(contact.Event))],
            [.. reader.Findings, .. findings]);
    }
}
