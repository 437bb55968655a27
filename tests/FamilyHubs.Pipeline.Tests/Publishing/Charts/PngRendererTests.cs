using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using FamilyHubs.Pipeline.Publishing.Charts;

namespace FamilyHubs.Pipeline.Tests.Publishing.Charts;

public sealed class PngRendererTests
{
    private static readonly ChartModel Trend = new("trend", ChartKind.Trend, "Title", "Description",
    [
        new ChartPoint("3 Mar", 100, "100"), new ChartPoint("10 Mar", null, "*"), new ChartPoint("17 Mar", 140, "140"), new ChartPoint("24 Mar", 120, "120"),
    ]);

    public static TheoryData<ChartKind, int> Shapes => new()
    {
        { ChartKind.Trend, 0 }, { ChartKind.Trend, 1 }, { ChartKind.Trend, 2 }, { ChartKind.Trend, 60 },
        { ChartKind.RankedBars, 0 }, { ChartKind.RankedBars, 1 }, { ChartKind.RankedBars, 12 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Render_AnyNumberOfPoints_IsAWholePngOfTheDrawingsSize(ChartKind kind, int count)
    {
        var chart = new ChartModel("c", kind, "t", "d", [.. Enumerable.Range(0, count).Select(index => new ChartPoint($"Ä{index} 健", index % 5 == 3 ? null : index * 31, $"{index * 31:#,##0}"))]);
        var drawing = ChartLayout.Lay(chart);
        var (width, height, pixels) = Decode(PngRenderer.Render(chart));
        Assert.Equal((drawing.Width * PngRenderer.Density, drawing.Height * PngRenderer.Density), (width, height));
        Assert.Equal(width * height * 3, pixels.Length);
    }

    [Fact]
    public void Render_SameChartTwice_GivesTheSameBytes() => Assert.Equal(PngRenderer.Render(Trend), PngRenderer.Render(Trend with { Points = [.. Trend.Points] }));

    [Fact]
    public void Render_OtherValue_GivesOtherBytes() =>
        Assert.NotEqual(PngRenderer.Render(Trend), PngRenderer.Render(Trend with { Points = [.. Trend.Points.Take(3), new ChartPoint("24 Mar", 121, "121")] }));

    [Fact]
    public void Render_Bars_AreAsLongAsTheirValues()
    {
        var chart = new ChartModel("c", ChartKind.RankedBars, "t", "d", [new ChartPoint("a", 100, "100"), new ChartPoint("b", 50, "50"), new ChartPoint("c", 0, "0"), new ChartPoint("d", null, "*")]);
        var (width, _, pixels) = Decode(PngRenderer.Render(chart));
        int[] lengths = [.. Enumerable.Range(0, 4).Select(row => BlueRun(pixels, width, (row * 38 + 25) * PngRenderer.Density))];
        Assert.Equal(lengths[0], lengths[1] * 2);
        Assert.True(lengths[0] > width / 2);
        Assert.Equal([0, 0], lengths[2..]);
    }

    [Fact]
    public void Render_Label_DrawsInkWithinItsBox()
    {
        var raster = new Raster(200, 40);
        StrokeFont.Draw(raster, new LabelShape(10, 30, "8", 20, LabelAnchor.Start, false, "#000000"), Ink.Of("#000000"));
        var dark = Enumerable.Range(0, 40).SelectMany(y => Enumerable.Range(0, 200).Select(x => (x, y))).Where(at => raster.Row(at.y)[at.x * 3] < 128).ToList();
        Assert.NotEmpty(dark);
        Assert.InRange(dark.Min(at => at.x), 9, 13);
        Assert.InRange(dark.Max(at => at.x), 16, 24);
        Assert.InRange(dark.Min(at => at.y), 14, 17);
        Assert.InRange(dark.Max(at => at.y), 28, 31);
    }

    private static int BlueRun(byte[] pixels, int width, int y) =>
        Enumerable.Range(0, width).TakeWhile(x => pixels[(y * width + x) * 3] == 0 && pixels[(y * width + x) * 3 + 2] == 0xB8).Count();

    /// <summary>Reads a PNG as its standard says: signature, chunks with CRC, zlib, filter Up.</summary>
    private static (int Width, int Height, byte[] Pixels) Decode(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        var chunks = new List<(string Type, byte[] Content)>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var crc = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length));
            Assert.Equal(crc, Crc32.HashToUInt32(png.AsSpan(at + 4, length + 4)));
            chunks.Add((System.Text.Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type));
        var header = chunks[0].Content;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        Assert.Equal([8, 2, 0, 0, 0], header[8..]);
        using var zlib = new ZLibStream(new MemoryStream(chunks[1].Content), CompressionMode.Decompress);
        using var raw = new MemoryStream();
        zlib.CopyTo(raw);
        var lines = raw.ToArray();
        var stride = width * 3;
        Assert.Equal((stride + 1) * height, lines.Length);
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            Assert.Equal(2, lines[y * (stride + 1)]);
            for (var x = 0; x < stride; x++)
                pixels[y * stride + x] = (byte)(lines[y * (stride + 1) + 1 + x] + (y == 0 ? 0 : pixels[(y - 1) * stride + x]));
        }

        return (width, height, pixels);
    }
}
