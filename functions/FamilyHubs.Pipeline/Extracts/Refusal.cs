namespace FamilyHubs.Pipeline.Extracts;

/// <summary>One refused row. Says where and why, never what the row holds.</summary>
/// <param name="Table">Table or file.</param>
/// <param name="Line">Physical line on which the record begins, the header being line 1.</param>
/// <param name="Column">Column whose cell is at fault; null where the whole record is.</param>
/// <param name="Reason">One of <see cref="ReasonCodes"/>.</param>
public sealed record Refusal(string Table, long Line, string? Column, string Reason);
