using System.Text;
using System.Text.Json;

namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Where each field of a JSON text stands, by its path.</summary>
internal sealed class JsonPositions
{
    private readonly Dictionary<string, long> _offsets = new(StringComparer.Ordinal);
    private readonly ReadOnlyMemory<byte> _utf8;

    /// <param name="utf8">A well-formed JSON text.</param>
    public JsonPositions(ReadOnlyMemory<byte> utf8)
    {
        _utf8 = utf8;
        var reader = new Utf8JsonReader(utf8.Span);
        reader.Read();
        _offsets.Add(JsonPath.Root, reader.TokenStartIndex);
        Walk(ref reader, JsonPath.Root);
    }

    /// <summary>Line and column, both from 1, of the field or of the nearest one around it.</summary>
    public (int Line, int Column) Find(string path) => LineAndColumn(_utf8.Span, OffsetOf(path));

    /// <summary>Order of the field in the text; a missing field stands where the field around it does.</summary>
    public long OffsetOf(string path)
    {
        while (!_offsets.ContainsKey(path) && path.Length > 1)
            path = Parent(path);
        return _offsets.GetValueOrDefault(path);
    }

    /// <summary>Line and column, both from 1 and in characters, of a byte.</summary>
    public static (int Line, int Column) LineAndColumn(ReadOnlySpan<byte> utf8, long offset)
    {
        var before = utf8[..(int)Math.Min(offset, utf8.Length)];
        var line = 1 + before.Count((byte)'\n');
        var start = before.LastIndexOf((byte)'\n') + 1;
        return (line, 1 + Encoding.UTF8.GetCharCount(before[start..]));
    }

    private static string Parent(string path)
    {
        var end = path.EndsWith("']", StringComparison.Ordinal)
            ? path.LastIndexOf("['", StringComparison.Ordinal)
            : path.LastIndexOfAny(['.', '[']);
        return end <= 0 ? JsonPath.Root : path[..end];
    }

    private void Walk(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var child = JsonPath.Member(path, reader.GetString()!);
                _offsets.TryAdd(child, reader.TokenStartIndex);
                reader.Read();
                Walk(ref reader, child);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                var child = JsonPath.Item(path, index);
                _offsets.TryAdd(child, reader.TokenStartIndex);
                Walk(ref reader, child);
            }
        }
    }
}
