using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace FamilyHubs.Pipeline.Extracts.Csv;

/// <summary>Counts what is no UTF-8 in a file that should be, block by block: the decoder turns it into U+FFFD without a word.</summary>
internal sealed class Utf8Faults
{
    private const int LongestRune = 4;
    private readonly byte[] _rest = new byte[LongestRune];
    private int _restLength;

    /// <summary>Sequences of bytes that mean nothing; one that is cut off by the end of the file is not among them.</summary>
    public long Count { get; private set; }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (_restLength > 0 && bytes.Length > 0)
        {
            _rest[_restLength++] = bytes[0];
            bytes = bytes[1..];
            if (Rune.DecodeFromUtf8(_rest.AsSpan(0, _restLength), out _, out var used) is var status and not OperationStatus.NeedMoreData)
            {
                Count += status == OperationStatus.Done ? 0 : 1;
                _rest.AsSpan(used, _restLength - used).CopyTo(_rest);
                _restLength -= used;
            }
        }

        if (Utf8.IsValid(bytes))
        {
            return;
        }

        while (bytes.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status == OperationStatus.NeedMoreData)
            {
                bytes.CopyTo(_rest);
                _restLength = bytes.Length;
                return;
            }

            Count += status == OperationStatus.Done ? 0 : 1;
            bytes = bytes[used..];
        }
    }
}
