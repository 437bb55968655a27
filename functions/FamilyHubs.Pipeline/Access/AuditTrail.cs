using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Access;

/// <summary>
/// The append-only record of who opened which page and whose data was removed: container <c>audit</c>, one blob a record, put only where there is none. Names sort by
/// time: <c>{area}/{yyyy-MM-dd}/{HHmmssfffffff}-{16 random hexadecimal digits}.json</c>, in UTC.
/// </summary>
public sealed class AuditTrail(IBlobs blobs)
{
    private const int RandomDigits = 16;

    /// <summary>Appends a record. When this throws nothing may be shown: an opening that is not on record must not happen.</summary>
    public async Task AppendAsync(IAuditRecord record, CancellationToken cancel)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(record, record.GetType(), PipelineJson.Compact);
        while (true)
        {
            try
            {
                using var stream = new MemoryStream(content);
                await blobs.WriteAsync(Containers.Audit, Name(record), stream, WriteCondition.Absent, cancel);
                return;
            }
            catch (BlobConflictException)
            {
                // The name is taken: the next one is another. An opening may stand twice, it is never missing.
            }
        }
    }

    private static string Name(IAuditRecord record)
    {
        var at = record.At.UtcDateTime;
        return string.Create(
            CultureInfo.InvariantCulture, $"{record.Area}/{at:yyyy-MM-dd}/{at:HHmmssfffffff}-{RandomNumberGenerator.GetHexString(RandomDigits, lowercase: true)}.json");
    }
}
