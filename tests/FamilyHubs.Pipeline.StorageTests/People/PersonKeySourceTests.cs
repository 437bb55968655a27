using FamilyHubs.Pipeline.Azure.People;

namespace FamilyHubs.Pipeline.StorageTests.People;

public sealed class PersonKeySourceTests
{
    private static readonly string Secret = Convert.ToBase64String(TestBytes.Of(32));

    [Fact]
    public async Task File_FirstUse_MakesAKeyThatLasts()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("data/person-key");

        var first = await new FilePersonKeySource(path).GetAsync(default);
        var second = await new FilePersonKeySource(path).GetAsync(default);

        Assert.Equal(32, first.Key.Length);
        Assert.Equal(first.Key.ToArray(), second.Key.ToArray());
        Assert.Equal(first.Version, second.Version);
        Assert.Matches("^local-[0-9a-f]{8}$", first.Version);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task File_MadeAnew_HasAnotherVersion()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("person-key");
        var first = await new FilePersonKeySource(path).GetAsync(default);
        File.Delete(path);

        var second = await new FilePersonKeySource(path).GetAsync(default);

        Assert.NotEqual(first.Version, second.Version);
    }

    [Fact]
    public async Task File_ManyAtOnce_AgreeOnOneKey()
    {
        using var folder = new TemporaryFolder();

        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new FilePersonKeySource(folder.File("person-key")).GetAsync(default))));

        Assert.Single(keys.Select(key => Convert.ToBase64String(key.Key.Span)).Distinct());
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    [InlineData("no base64")]
    public async Task File_Damaged_IsRefusedNotReplaced(string content)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("person-key"), content);

        await Assert.ThrowsAsync<InvalidOperationException>(() => new FilePersonKeySource(folder.File("person-key")).GetAsync(default));

        Assert.Equal(content, await File.ReadAllTextAsync(folder.File("person-key")));
    }

    [Fact]
    public async Task Setting_Base64_IsTheKey()
    {
        var key = await new SettingPersonKeySource(Secret, "k2").GetAsync(default);

        Assert.Equal((Secret, "k2"), (Convert.ToBase64String(key.Key.Span), key.Version));
    }

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("marker no base64")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://marker.vault.azure.net/secrets/s)")]
    public async Task Setting_Unusable_IsRefusedWithoutItsValue(string value)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => new SettingPersonKeySource(value, "k1").GetAsync(default));

        Assert.Contains("PersonKey", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("marker", error.Message, StringComparison.Ordinal);
    }
}
