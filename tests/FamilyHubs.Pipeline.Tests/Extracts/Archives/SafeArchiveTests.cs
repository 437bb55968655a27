using System.IO.Compression;
using System.Text;
using FamilyHubs.Pipeline.Extracts.Archives;
using static FamilyHubs.Pipeline.Tests.Extracts.Archives.ZipBuilder;

namespace FamilyHubs.Pipeline.Tests.Extracts.Archives;

public sealed class SafeArchiveTests
{
    private static readonly string Patients = "RowIdentifier,Name\r\n" + string.Concat(Enumerable.Range(1, 400).Select(i => $"{i},{i * 7919 % 1000}\r\n"));
    private static readonly string Codes = "RowIdentifier\r\n" + string.Concat(Enumerable.Range(1, 300).Select(i => $"{i * i}\r\n"));

    /// <summary>Each way to spoil an archive, with a piece of the sentence that refuses it.</summary>
    public static TheoryData<string, string> Damages => new()
    {
        { "cut off", "no directory" },
        { "not a zip", "no directory" },
        { "empty file", "no directory" },
        { "bytes behind the end", "no directory" },
        { "directory moved", "not where its end says" },
        { "directory shorter", "breaks off" },
        { "too many entries", "3 entries" },
        { "split", "one part of several" },
        { "large without its records", "large" },
        { "wrong check sum in both", "check sum" },
        { "packed data changed", "damaged" },
        { "data longer than declared", "more bytes" },
        { "data shorter than declared", "cut off" },
        { "packed data cut", "SRCode.csv in the archive" },
        { "encrypted", "encrypted" },
        { "unknown method", "method 12" },
        { "sizes of a stored entry differ", "two sizes differ" },
        { "name leads out", "leads out" },
        { "absolute name", "leads out" },
        { "drive name", "leads out" },
        { "backslash name", "leads out" },
        { "folder", "not that of a table" },
        { "other file", "not that of a table" },
        { "control character in the name", "not that of a table" },
        { "archive within", "another archive" },
        { "same name twice", "twice" },
        { "other capitals", "twice" },
        { "three entries on one place", "overlaps" },
        { "entries overlap", "overlaps" },
        { "local name differs", "two ways" },
        { "local method differs", "two ways" },
        { "local check sum differs", "two ways" },
        { "no local header", "not where the directory says" },
        { "ratio", "200 times" },
        { "declared size above the limit", "are allowed" },
        { "declared total above the limit", "unpacks to" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task ReadAll_DamagedArchive_IsRefusedWithItsReason(string damage, string sentence)
    {
        var (zip, limits) = Spoil(damage);

        var e = await Assert.ThrowsAsync<ArchiveException>(() => ReadAllAsync(zip, limits));

        Assert.Contains(sentence, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(e.Message, char.IsControl);
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.SmallestSize)]
    public async Task ReadAll_SoundArchive_GivesExactlyTheData(CompressionLevel level)
    {
        var read = await ReadAllAsync(Make(level, ("SRPatient.csv", Patients), ("SRCode.csv", Codes), ("SREvent.csv", "")), ArchiveLimits.Default);

        Assert.Equal(Patients, read["SRPatient.csv"]);
        Assert.Equal(Codes, read["SRCode.csv"]);
        Assert.Equal("", read["SREvent.csv"]);
    }

    [Fact]
    public async Task ReadAll_EveryByteFlipped_GivesTheExactDataOrARefusal()
    {
        var zip = Make(CompressionLevel.Optimal, ("SRPatient.csv", Patients[..600]), ("SRCode.csv", Codes[..300]));
        var refused = 0;
        for (var at = 0; at < zip.Length; at++)
        {
            var spoilt = (byte[])zip.Clone();
            spoilt[at] ^= (byte)(1 << (at % 8));
            refused += await IsExactOrRefusedAsync(spoilt) ? 0 : 1;
        }

        // What no reader looks at (times, versions, attributes) may change unseen; most of the bytes may not.
        Assert.True(refused > zip.Length * 3 / 4, $"{refused} of {zip.Length} flips were noticed.");
    }

    [Fact]
    public async Task ReadAll_CutAtEveryLength_IsRefused()
    {
        var zip = Make(CompressionLevel.Optimal, ("SRPatient.csv", Patients[..600]), ("SRCode.csv", Codes[..300]));
        for (var length = 0; length < zip.Length; length++)
        {
            await Assert.ThrowsAsync<ArchiveException>(() => ReadAllAsync(zip[..length], ArchiveLimits.Default));
        }
    }

    [Fact]
    public async Task ReadAll_BytesLeftOut_GivesTheExactDataOrARefusal()
    {
        var zip = Make(CompressionLevel.Optimal, ("SRPatient.csv", Patients[..600]), ("SRCode.csv", Codes[..300]));
        for (var at = 0; at < zip.Length; at += 3)
        {
            await IsExactOrRefusedAsync([.. zip[..at], .. zip[Math.Min(zip.Length, at + 1 + at % 40)..]]);
        }
    }

    [Fact]
    public async Task OpenAsync_Refused_ClosesTheFile()
    {
        var stream = new MemoryStream([1, 2, 3]);

        await Assert.ThrowsAsync<ArchiveException>(() => SafeArchive.OpenAsync(stream, ArchiveKind.Extract, ArchiveLimits.Default, CancellationToken.None));

        Assert.False(stream.CanRead);
    }

    private static async Task<bool> IsExactOrRefusedAsync(byte[] zip)
    {
        Dictionary<string, string> read;
        try
        {
            read = await ReadAllAsync(zip, ArchiveLimits.Default);
        }
        catch (ArchiveException)
        {
            return false;
        }

        Assert.All(read, f => Assert.Equal(f.Key == "SRPatient.csv" ? Patients[..600] : f.Key == "SRCode.csv" ? Codes[..300] : null, f.Value));
        return true;
    }

    private static async Task<Dictionary<string, string>> ReadAllAsync(byte[] zip, ArchiveLimits limits)
    {
        await using var archive = await SafeArchive.OpenAsync(new MemoryStream(zip), ArchiveKind.Extract, limits, CancellationToken.None);
        Dictionary<string, string> read = [];
        foreach (var file in archive.Files)
        {
            using var content = new MemoryStream();
            await using var entry = await archive.OpenEntryAsync(file.Name, CancellationToken.None);
            await entry.CopyToAsync(content);
            read[file.Name] = Encoding.Latin1.GetString(content.ToArray());
        }

        return read;
    }

    private static (byte[] Zip, ArchiveLimits Limits) Spoil(string damage)
    {
        var zip = Make(CompressionLevel.Optimal, ("SRPatient.csv", Patients), ("SRCode.csv", Codes), ("SREvent.csv", "RowIdentifier\r\n"));
        var limits = ArchiveLimits.Default;
        return damage switch
        {
            "cut off" => (zip[..^30], limits),
            "not a zip" => (Encoding.ASCII.GetBytes(Patients), limits),
            "empty file" => ([], limits),
            "bytes behind the end" => ([.. zip, 1, 2, 3], limits),
            "directory moved" => (Put32(zip, End(zip) + 16, Get32(zip, End(zip) + 16) + 1), limits),
            "directory shorter" => (Put16(zip, End(zip) + 10, 4), limits),
            "too many entries" => (zip, limits with { MaxEntries = 2 }),
            "split" => (Put16(zip, End(zip) + 4, 1), limits),
            "large without its records" => (Put32(zip, End(zip) + 16, uint.MaxValue), limits),
            "wrong check sum in both" => (PutBoth(zip, 1, 16, 14, 12345), limits),
            "packed data changed" => (Flip(zip, Local(zip, 1) + 30 + "SRCode.csv".Length + 20), limits),
            "data longer than declared" => (PutBoth(zip, 1, 24, 22, 100), limits),
            "data shorter than declared" => (PutBoth(zip, 1, 24, 22, (uint)Codes.Length + 100), limits),
            "packed data cut" => (PutBoth(zip, 1, 20, 18, Get32(zip, Entry(zip, 1) + 20) / 2), limits),
            "encrypted" => (Put16(zip, Entry(zip, 1) + 8, 1), limits),
            "unknown method" => (Put16(zip, Entry(zip, 1) + 10, 12), limits),
            "sizes of a stored entry differ" => (Put16(zip, Entry(zip, 1) + 10, 0), limits),
            "name leads out" => (Named("../../SRCode.csv"), limits),
            "absolute name" => (Named("/SRCode.csv"), limits),
            "drive name" => (Named("C:SRCode.csv"), limits),
            "backslash name" => (Named("x\\SRCode.csv"), limits),
            "folder" => (Named("x/SRCode.csv"), limits),
            "other file" => (Named("readme.txt"), limits),
            "control character in the name" => (Named("SRCo\u0007de.csv"), limits),
            "archive within" => (Named("SRCode.zip"), limits),
            "same name twice" => (Make(CompressionLevel.Fastest, ("SRCode.csv", Codes), ("SRCode.csv", Codes)), limits),
            "other capitals" => (Make(CompressionLevel.Fastest, ("SRCode.csv", Codes), ("SRCODE.csv", Codes)), limits),
            "three entries on one place" => (OnePlace(), limits),
            "entries overlap" => (Put32(zip, Entry(zip, 1) + 20, Get32(zip, Entry(zip, 1) + 20) + 5000), limits with { MaxRatio = 100_000 }),
            "local name differs" => (Flip(zip, Local(zip, 1) + 32), limits),
            "local method differs" => (Put16(zip, Local(zip, 1) + 8, 0), limits),
            "local check sum differs" => (Put32(zip, Local(zip, 1) + 14, 1), limits),
            "no local header" => (Flip(zip, Local(zip, 1)), limits),
            "ratio" => (Make(CompressionLevel.SmallestSize, ("SRCode.csv", new string('1', 3 << 20))), limits),
            "declared size above the limit" => (zip, limits with { MaxEntryBytes = 1000 }),
            "declared total above the limit" => (zip, limits with { MaxTotalBytes = Patients.Length }),
            _ => throw new ArgumentException("No such damage.", nameof(damage)),
        };
    }

    private static byte[] Named(string name) => Make(CompressionLevel.Fastest, ("SRPatient.csv", Patients), (name, Codes));

    private static byte[] Flip(byte[] zip, int at)
    {
        zip[at] ^= 0x55;
        return zip;
    }

    /// <summary>Changes a number in directory and local header alike, so that only the data can give the lie away.</summary>
    private static byte[] PutBoth(byte[] zip, int index, int inEntry, int inLocal, uint value)
    {
        Put32(zip, Entry(zip, index) + inEntry, value);
        return Put32(zip, Local(zip, index) + inLocal, value);
    }

    private static byte[] OnePlace()
    {
        var zip = Make(CompressionLevel.Fastest, ("SRCode.csv", Codes), ("SRCoda.csv", Codes), ("SRCodb.csv", Codes));
        Put32(zip, Entry(zip, 1) + 42, 0);
        return Put32(zip, Entry(zip, 2) + 42, 0);
    }
}
