using System.Text;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Profiles;

public sealed class ProfileLoaderTests
{
    [Fact]
    public async Task LoadAsync_BrokenJson_GivesLineAndColumn()
    {
        var error = Assert.Single((await ProfileEdits.LoadTextAsync("{\n  \"area\": \"½\", oops\n}")).Errors);

        Assert.Equal((2, 16), (error.Line, error.Column));
        Assert.Contains("not well-formed", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"essex\"")]
    public async Task LoadAsync_NoObject_IsRefused(string text) =>
        Assert.Equal("$", Assert.Single((await ProfileEdits.LoadTextAsync(text)).Errors).Path);

    [Fact]
    public async Task LoadAsync_EmptyFile_IsRefused() => Assert.Single((await ProfileEdits.LoadTextAsync("")).Errors);

    [Fact]
    public async Task LoadAsync_FieldTwice_IsRefused()
    {
        var result = await ProfileEdits.LoadTextAsync("{ \"area\": \"essex\", \"area\": \"kent\" }");

        Assert.False(result.IsValid);
        Assert.Single(result.Errors);
    }

    [Fact]
    public async Task LoadAsync_NotUtf8_GivesTheFirstBadByte()
    {
        using var stream = new MemoryStream([.. "{\n \"name\": \""u8, 0xE9, .. "\" }"u8]);
        var error = Assert.Single((await ProfileLoader.LoadAsync(stream, null, CancellationToken.None)).Errors);

        Assert.Equal((2, 11), (error.Line, error.Column));
        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_ByteOrderMark_IsPassedOver()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "profiles", "essex.json"));
        using var stream = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);

        Assert.Empty((await ProfileLoader.LoadAsync(stream, "essex", CancellationToken.None)).Errors);
    }

    [Fact]
    public async Task LoadAsync_FaultyField_GivesWhereItStands()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "profiles", "essex.json");
        var lines = await File.ReadAllLinesAsync(path);
        var line = Array.FindIndex(lines, text => text.Contains("\"motherTypes\"", StringComparison.Ordinal));
        lines[line] = "  \"motherTypes\": [\"Mother\", \"Aunt\"],";

        var error = Assert.Single((await ProfileEdits.LoadTextAsync(string.Join('\n', lines))).Errors);

        Assert.Equal((line + 1, 29), (error.Line, error.Column));
        Assert.StartsWith($"$.motherTypes[1] (line {line + 1}, column 29): ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_AnyArea_TakesTheProfileOfAnother()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "profiles", "essex.json");

        Assert.Empty((await ProfileLoader.LoadAsync(path, null, CancellationToken.None)).Errors);
        Assert.Equal("$.area", Assert.Single((await ProfileLoader.LoadAsync(path, "kent", CancellationToken.None)).Errors).Path);
    }
}
