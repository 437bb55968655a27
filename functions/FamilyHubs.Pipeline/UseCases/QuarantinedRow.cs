using System.Text.Json.Serialization;

namespace FamilyHubs.Pipeline.UseCases;

/// <param name="Extract">Batch, or path of a return or reference file below the area.</param>
/// <param name="Table">Table.</param>
/// <param name="Line">Physical line on which the record begins, the header being line 1.</param>
/// <param name="Column">Faulty column; null where the record as a whole is.</param>
/// <param name="Reason">Reason code (extracts.md 2).</param>
public sealed record QuarantinedRow(string Extract, string Table, long Line, string? Column, string Reason)
{
    /// <summary>What has become of it since: <c>replayed</c> when a corrected row was put through, <c>superseded</c> when newer data had come; null while it waits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Outcome { get; init; }
}
