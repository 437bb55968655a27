using System.Globalization;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.People.Reviews;

namespace FamilyHubs.Pipeline.Figures.Families;

/// <summary>
/// The attended contacts of families by the month's end. For a family a meaningful reach is one with any member: its children are of all ages,
/// while the weekly report counts those under five and their parents.
/// </summary>
internal sealed class FamilyContacts
{
    private readonly PersonRows<FamilyContact> _contacts;
    private readonly Dictionary<long, string> _reviews;

    private FamilyContacts(PersonRows<FamilyContact> contacts, Dictionary<long, string> reviews) => (_contacts, _reviews) = (contacts, reviews);

    /// <summary>The types of the reviews that were attended, by event, in words.</summary>
    public static Dictionary<long, string> Reviews(MonthlyContext context, bool[] wanted)
    {
        var names = context.Profile.Reviews.Keys.ToDictionary(context.Reviews.Definitions.Type, InWords);
        Dictionary<long, string> reviews = [];
        for (var person = 0; person < wanted.Length; person++)
        {
            if (!wanted[person])
            {
                continue;
            }

            foreach (ref readonly var signal in context.Reviews.Of(person))
            {
                if (signal.IsAttended && signal.Event != ReviewSignal.NoEvent)
                {
                    reviews.TryAdd(signal.Event, names[signal.Type]);
                }
            }
        }

        return reviews;
    }

    /// <param name="read">All contacts of the families, attended or not.</param>
    public static async Task<FamilyContacts> AttendedAsync(
        MonthlyContext context, IReadOnlyList<FamilyContact> read, Dictionary<long, string> reviews, CancellationToken cancel)
    {
        // What is wrong with these statuses has been counted where all contacts are.
        var (notAttended, _) = await Attendance.NotAttendedAsync(
            read.Select(contact => contact.Event).ToHashSet(), context.Tables, context.Profile.Contacts, context.Lists, cancel).ConfigureAwait(false);
        var contacts = new PersonRows<FamilyContact>.Builder();
        foreach (var contact in read)
        {
            if (!notAttended.Contains(contact.Event))
            {
                contacts.Add(contact.Person, contact);
            }
        }

        return new FamilyContacts(contacts.Build(context.Population.People.Count), reviews);
    }

    /// <summary>Day of the last meaningful reach of any member; null when there never was one.</summary>
    public DateOnly? LastReach(Family family)
    {
        DateTime? last = null;
        foreach (var member in family.Members)
        {
            foreach (ref readonly var contact in _contacts.Of(member))
            {
                last = contact.IsReach && !(contact.At <= last) ? contact.At : last;
            }
        }

        return last is { } at ? DateOnly.FromDateTime(at) : null;
    }

    /// <summary>
    /// How the family was identified: type of its first contact, by DateEvent, then RowIdentifier, e.g. <c>antenatal review, Telephone</c>;
    /// null without contact.
    /// </summary>
    public string? FirstType(Family family)
    {
        FamilyContact? first = null;
        foreach (var member in family.Members)
        {
            foreach (ref readonly var contact in _contacts.Of(member))
            {
                first = first is { } earliest && (earliest.At, earliest.Event).CompareTo((contact.At, contact.Event)) <= 0 ? first : contact;
            }
        }

        if (first is not { } found)
        {
            return null;
        }

        var review = _reviews.TryGetValue(found.Event, out var type) ? $"{type} review" : null;
        return review is null || found.Mode is null ? review ?? found.Mode : $"{review}, {found.Mode}";
    }

    /// <summary><c>newBirth</c> as <c>new birth</c>.</summary>
    private static string InWords(string name) =>
        string.Concat(name.Select(letter => char.IsUpper(letter)
            ? string.Create(CultureInfo.InvariantCulture, $" {char.ToLowerInvariant(letter)}")
            : letter.ToString()));
}
