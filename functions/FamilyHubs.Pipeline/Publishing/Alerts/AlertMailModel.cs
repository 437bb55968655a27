using System.Globalization;
using FamilyHubs.Pipeline.Ledger;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Alerts;

/// <summary>The texts of the alert: what is wrong, what is there, what to do.</summary>
internal static class AlertMailModel
{
    private const string TimeFormat = "d MMMM yyyy, HH:mm";

    public static string SubjectOf(Profile profile, FreshnessStatus status) => PlainText.Clean(Fill(profile.Mail.Alert.Subject, profile, status), most: 200);

    public static ReportDocument Of(Profile profile, FreshnessStatus status)
    {
        List<string> summary = [.. Sentences(status)];
        return new ReportDocument(
            PlainText.Clean($"Extract {status.State}: {profile.Geography.Area.Name}"),
            PlainText.Clean(profile.Name),
            $"As at {Time(status.At)}",
            summary[0],
            summary,
            null,
            [WhatToDo(profile, status), WhatIsThere(status)],
            [
                string.Create(CultureInfo.InvariantCulture, $"The daily check of {PlainText.Clean(profile.Name)} sent this. While nothing changes it is sent again after {profile.Freshness.AlertSuppressHours} hours."),
                $"Questions: reply to this mail ({PlainText.Clean(profile.Mail.ReplyTo)}). No child or family is named.",
            ]);
    }

    private static IEnumerable<string> Sentences(FreshnessStatus status)
    {
        if (status.IsLate)
        {
            yield return status is { Newest: { DateTo: { } to } newest, AgeHours: { } age }
                ? string.Create(CultureInfo.InvariantCulture, $"The newest extract, {PlainText.Clean(newest.Extract)}, reaches to {Time(to)}: {Math.Floor(age)} hours ago, where {status.LimitHours} are allowed.")
                : "No extract has been committed yet.";
        }

        if (status.Waiting is { } waiting)
        {
            yield return $"The batch that came last, {PlainText.Clean(waiting.Extract)}, is {Word(waiting.State)}: nothing of it is in any report.";
        }
    }

    private static Section WhatToDo(Profile profile, FreshnessStatus status)
    {
        List<string> items = [];
        if (status.IsLate && !status.IsIncomplete)
        {
            items.Add("Ask the sender of the extracts whether the last one was drawn and sent. A batch is taken when its SRManifest.csv, which comes last, is in the container landing.");
        }

        if (status.IsIncomplete)
        {
            items.Add($"See what is wrong with the batch: familyhubs extracts --area {profile.Area}. Have it corrected, and send it whole with its manifest last.");
        }

        items.Add("A report that is due waits until an extract reaches to the end of its period. It is then made and mailed by itself.");
        List<Block> blocks = profile.Mail.Alert.Introduction is { Length: > 0 } introduction ? [new Paragraph(Fill(introduction, profile, status))] : [];
        return new Section("what-to-do", "What to do", [.. blocks, new Bullets(items)]);
    }

    private static Section WhatIsThere(FreshnessStatus status)
    {
        List<IReadOnlyList<string>> rows =
        [
            ["Newest committed extract", status.Newest is { } newest ? PlainText.Clean(newest.Extract) : Shown.None],
            ["Reaches to", status.Newest?.DateTo is { } to ? Time(to) : Shown.None],
            ["Age in hours", status.AgeHours is { } age ? Math.Floor(age).ToString(CultureInfo.InvariantCulture) : Shown.None],
            ["Hours allowed", status.LimitHours.ToString(CultureInfo.InvariantCulture)],
        ];
        if (status.Waiting is { } waiting)
        {
            rows.Add(["Batch that came last", PlainText.Clean(waiting.Extract)]);
            rows.Add(["Its state", Word(waiting.State)]);
            rows.Add(["Reason", PlainText.Clean(waiting.Reason, Shown.None)]);
        }

        return new Section("what-is-there", "What is there", [new DataTable("Extracts", [new DataColumn("What", false), new DataColumn("Value", false)], rows)]);
    }

    private static string Fill(string text, Profile profile, FreshnessStatus status) => text
        .Replace("{area}", profile.Geography.Area.Name, StringComparison.Ordinal)
        .Replace("{place}", profile.Geography.Area.Name, StringComparison.Ordinal)
        .Replace("{state}", status.State, StringComparison.Ordinal);

    private static string Word(ExtractState state) => state == ExtractState.Doing ? "cut off" : state.ToString().ToLowerInvariant();

    private static string Time(DateTime wallClock) => wallClock.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
