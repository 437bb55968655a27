using System.Text;
using FamilyHubs.Pipeline.Extracts.Csv;

namespace FamilyHubs.Pipeline.Tests.Extracts.Csv;

public sealed class Windows1252Tests
{
    private static readonly byte[] Undefined = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

    [Fact]
    public void Decode_EveryByte_IsThePlatformsCharacterOrTheReplacement()
    {
        var bytes = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        var platform = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        var chars = new char[256];

        Windows1252.Decode(bytes, chars);

        Assert.All(bytes, b => Assert.Equal(Undefined.Contains(b) ? '\uFFFD' : platform[b], chars[b]));
        Assert.Equal(5, Windows1252.CountUndefined(bytes));
    }
}
