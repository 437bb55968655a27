using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.People.Reviews;

/// <summary>
/// Reads <see cref="ReviewRecords"/>. Its <see cref="Readers"/> share a <see cref="TableScan"/> with those of other figures; the events that they
/// name are read afterwards.
/// </summary>
internal sealed class ReviewReader
{
    private readonly Profile _profile;
    private readonly PersonRegister _people;
    private readonly ListTexts _lists;
    private readonly ReviewDefinitions _definitions;
    private readonly ReviewSignals _signals = new();
    private readonly ActivityReader _activities;
    private readonly ReviewCodeReader _codes;

    private ReviewReader(
        Profile profile, PersonRegister people, ListTexts lists, ReviewDefinitions definitions, ActivityOptions options, DateOnly asOf)
    {
        (_profile, _people, _lists, _definitions) = (profile, people, lists, definitions);
        _activities = new ActivityReader(people, options, _signals, asOf);
        _codes = new ReviewCodeReader(people, definitions, _signals, asOf);
    }

    public IReadOnlyList<ITableReader> Readers => [_activities, _codes];

    /// <summary>Reads the options first, which say what an activity is.</summary>
    /// <param name="asOf">Records of a later day are not used.</param>
    public static async Task<ReviewReader> CreateAsync(
        Profile profile, IExtractTables tables, PersonRegister people, ListTexts lists, DateOnly asOf, CancellationToken cancel)
    {
        var definitions = new ReviewDefinitions(profile);
        var options = await ActivityOptions.LoadAsync(tables, definitions, lists, cancel).ConfigureAwait(false);
        return new ReviewReader(profile, people, lists, definitions, options, asOf);
    }

    /// <summary>To be called when the tables have been read.</summary>
    public async Task<(ReviewRecords Reviews, IReadOnlyList<Finding> Findings)> BuildAsync(IExtractTables tables, CancellationToken cancel)
    {
        var modes = new ReviewModeReader(_signals.Events, _definitions, _lists);
        await TableScan.RunAsync(tables, [modes], cancel).ConfigureAwait(false);
        var (notAttended, attendance) =
            await Attendance.NotAttendedAsync(_signals.Events, tables, _profile.Contacts, _lists, cancel).ConfigureAwait(false);
        var components = new ComponentRecords(_codes.Marks.Build(_people.Count), _people.Count, _signals.Events);
        var reviews = new ReviewRecords(_definitions, _signals.Build(_people.Count, modes.Modes, notAttended), components);
        return (
            reviews,
            [
                .. _activities.Findings, _codes.Undated, modes.Unmapped, .. attendance,
                .. reviews.Findings(_people.Count, _definitions.Modes(_profile.CountedModes)),
            ]);
    }
}
