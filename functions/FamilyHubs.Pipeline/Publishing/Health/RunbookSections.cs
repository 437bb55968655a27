namespace FamilyHubs.Pipeline.Publishing.Health;

/// <summary>Headings of docs/runbook.md.</summary>
public static class RunbookSections
{
    public const string CutOff = "No event, or a worker that was cut off";
    public const string RefusedBatch = "Refused batch";
    public const string Gap = "Gap";
    public const string HeldBatch = "Held batch";
    public const string RefusedRows = "Refused rows";
    public const string LateExtract = "Late extract";
    public const string NoSnapshot = "A snapshot was not published";
    public const string NoReport = "Failed run";
    public const string NoMail = "Mail failed or unknown";

    public static IReadOnlyList<string> All { get; } = [CutOff, RefusedBatch, Gap, HeldBatch, RefusedRows, LateExtract, NoSnapshot, NoReport, NoMail];
}
