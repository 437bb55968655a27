using FamilyHubs.Pipeline.Cli.Samples.Makers;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>
/// The options of list columns with their numbers: local lists in SRConfiguredListOption, static ones in SRMapping (systmone.md 1.3).
/// </summary>
internal sealed class OptionBook
{
    private const int FirstOption = 9_001;

    private const int FirstMapping = 301;

    private readonly Dictionary<(string List, string Text), long> _numbers = [];
    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);

    public OptionBook(Profile profile)
    {
        var contacts = profile.Contacts;
        Configured("Contact method", ["SREvent.ContactMethod"], [.. contacts.Modes.Values.SelectMany(texts => texts), ContactFactory.UnknownMode]);
        Configured("Contact location", ["SREvent.ContactEventLocation"], ContactFactory.Locations);
        Configured("Event details", ["SRActivityEvent.EventDetails"], ActivityBook.All(profile));
        Configured("Referral reason", ["SRReferralIn.PrimaryReason"], [.. TeamMaker.Reasons, .. ReferralReasons(profile)]);
        Configured("Referral source", ["SRReferralIn.Source"], TeamMaker.Sources);
        string[] outcomes = ["SRCarePlanDetail.Outcome", "SRCarePlanReview.Outcome"];
        Configured("Care plan outcome", outcomes, [.. profile.OutcomeWordings.Keys, EpisodeMaker.UnknownWording]);
        Configured("Team type", ["SRTeam.TeamType"], [(ReferenceRows.TeamType, "16")]);
        Mapping("Visit status", ["SRVisit.CurrentStatus"], [.. contacts.AttendedStatuses, .. contacts.NotAttendedStatuses]);
        Mapping("Appointment status", ["SRAppointment.AppointmentStatus"], [.. contacts.AttendedStatuses, .. contacts.NotAttendedStatuses]);
        Mapping("Address type", ["SRPatientAddressHistory.AddressType"], ["Home", "Temporary", "Official", "Correspondence only"]);
        Mapping("Relationship type", ["SRPatientRelationship.RelationshipType"], [.. profile.ParentTypes, "Grandmother"]);
    }

    /// <summary>Rows of SRConfiguredListOption.</summary>
    public List<(long Id, string List, string Text, string Csds)> Options { get; } = [];

    /// <summary>Rows of SRMapping: number, number of the group, text.</summary>
    public List<(long Id, long Group, string Text)> Mappings { get; } = [];

    /// <summary>Rows of SRMappingGroup.</summary>
    public List<(long Id, string Name)> MappingGroups { get; } = [];

    /// <summary>Number of an option in a list column; null when the list has no such text.</summary>
    public long? NumberOf(string table, string column, string text) =>
        _lists.TryGetValue($"{table}.{column}", out var list) && _numbers.TryGetValue((list, text), out var number) ? number : null;

    private static IEnumerable<string> ReferralReasons(Profile profile) =>
        profile.Indicators.SelectMany(indicator => indicator.Source.From?.ReferralReasons ?? []);

    private void Configured(string list, string[] columns, IEnumerable<string> texts) =>
        Configured(list, columns, texts.Select(text => (text, string.Empty)));

    private void Configured(string list, string[] columns, IEnumerable<(string Text, string Csds)> options)
    {
        Link(list, columns);
        foreach (var (text, csds) in options)
        {
            if (_numbers.TryAdd((list, text), FirstOption + Options.Count))
            {
                Options.Add((FirstOption + Options.Count, list, text, csds));
            }
        }
    }

    private void Mapping(string list, string[] columns, IEnumerable<string> texts)
    {
        Link(list, columns);
        var group = 2_001 + MappingGroups.Count;
        MappingGroups.Add((group, list));
        foreach (var text in texts)
        {
            if (_numbers.TryAdd((list, text), FirstMapping + Mappings.Count))
            {
                Mappings.Add((FirstMapping + Mappings.Count, group, text));
            }
        }
    }

    private void Link(string list, string[] columns)
    {
        foreach (var column in columns)
        {
            _lists.Add(column, list);
        }
    }
}
