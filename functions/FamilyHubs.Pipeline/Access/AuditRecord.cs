namespace FamilyHubs.Pipeline.Access;

/// <summary>One opening of a page, or a refusal of it. Says who, what and when; never what the page showed.</summary>
/// <param name="At">When.</param>
/// <param name="ReaderId">Object id of the reader.</param>
/// <param name="Email">Address of the reader; null when the directory gave none.</param>
/// <param name="Area">Area.</param>
/// <param name="Page"><c>weekly</c>, <c>monthly</c>, <c>index</c>, <c>status</c>, <c>extracts</c>, or a page of snapshots.</param>
/// <param name="Period">Week, month or batch; null for a list.</param>
/// <param name="Codes">Codes shown, or asked for when it was refused.</param>
/// <param name="RunId">Run whose figures were shown, several with a space between; null for none and for a refusal.</param>
/// <param name="Outcome"><c>opened</c> or <c>refused</c>.</param>
public sealed record AuditRecord(
    DateTimeOffset At,
    string ReaderId,
    string? Email,
    string Area,
    string Page,
    string? Period,
    IReadOnlyList<string> Codes,
    string? RunId,
    string Outcome) : IAuditRecord;
