using System.Globalization;
using System.Text;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.UseCases.Replay;

/// <summary>The marks of a quarantined table: <c>quarantine/{area}/{extract}/{Table}.replayed.csv</c> with line, outcome and replay.</summary>
internal sealed class ReplayMarks(IBlobs blobs)
{
    public static string NameOf(string area, string extract, string table) => $"{area}/{extract}/{table}.replayed.csv";

    public async Task<IReadOnlyList<ReplayMark>> ReadAsync(string area, string extract, string table, CancellationToken cancel)
    {
        try
        {
            await using var content = await blobs.OpenReadAsync(Containers.Quarantine, NameOf(area, extract, table), ifMatch: null, cancel);
            using var reader = new StreamReader(content);
            return
            [
                .. (await reader.ReadToEndAsync(cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
                    .Select(line => line.Split(','))
                    .Select(cells => new ReplayMark(long.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], cells[2])),
            ];
        }
        catch (BlobNotFoundException)
        {
            return [];
        }
    }

    public async Task WriteAsync(string area, string extract, string table, IEnumerable<ReplayMark> marks, CancellationToken cancel)
    {
        var lines = marks.OrderBy(m => m.Line).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Line},{m.Outcome},{m.By}\r\n"));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"Line,Outcome,By\r\n{string.Concat(lines)}"));
        await blobs.WriteAsync(Containers.Quarantine, NameOf(area, extract, table), content, WriteCondition.Always, cancel);
    }
}
