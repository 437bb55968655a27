using System.Text;
using FamilyHubs.Pipeline.EndToEndTests.Support;

namespace FamilyHubs.Pipeline.EndToEndTests.Markers;

/// <summary>Everything that an operator does in a week over <see cref="MarkerExtract"/>, with all that was printed.</summary>
public sealed class MarkerCycle : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _printed = new();

    public Store Store { get; } = new();

    internal MarkerBook Markers { get; } = new();

    /// <summary>Standard output and standard error of every command.</summary>
    public string Printed => _printed.ToString();

    /// <summary>The lake, copied out of storage: a folder a table.</summary>
    public string Lake => _folder.Below("lake");

    /// <summary>
    /// What to look for: the markers, numbers and postcodes also without blanks and hyphens, and the cells of refused rows.
    /// </summary>
    public IReadOnlyList<string> Needles =>
    [
        .. Markers.Planted.Keys.Concat(Markers.Planted.Keys.Select(Compact)).Concat(MarkerExtract.Refused).Append("9990000042").Append("999 000 0018")
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    public async Task InitializeAsync()
    {
        await Store.InitializeAsync();
        await MarkerExtract.WriteAsync(_folder.Below("in"), Markers);
        await RunAsync(0, "ingest", _folder.Below("in"), "--area", "essex");
        await RunAsync(0, "weekly", "--area", "essex", "--week", "2019-W13", "--all", "--children");
        await RunAsync(0, "weekly", "--area", "essex", "--week", "2019-W13", "--send", "--json", "--children");
        foreach (var form in new string[][] { [], ["--json"] })
        {
            await RunAsync(0, ["quarantine", "list", "--area", "essex", .. form]);
            await RunAsync(0, ["extracts", "--area", "essex", .. form]);
            await RunAsync(0, ["runs", "--area", "essex", .. form]);
            await RunAsync(1, ["validate", Path.Combine(_folder.Below("in"), "20190401_0215"), .. form]);
        }

        await Store.SaveAsync("lake", "essex/", Lake);
    }

    public Task DisposeAsync() => Store.DisposeAsync();

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }

    /// <summary>Path of a file for a test's own use.</summary>
    internal string FileFor(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Fails when a needle is in the text, and says which was planted where.</summary>
    internal void AssertNoneIn(string text, string place)
    {
        var found = Needles.Where(n => text.Contains(n, StringComparison.OrdinalIgnoreCase)).Select(n => $"{n} ({Markers.Planted.GetValueOrDefault(n)})");
        Assert.True(!found.Any(), $"{place} holds {string.Join(", ", found)}");
    }

    private static string Compact(string text) => text.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal);

    private async Task RunAsync(int code, params string[] args)
    {
        var result = (await Store.RunAsync(args)).Ended(code);
        _printed.AppendLine(result.Out).AppendLine(result.Error);
    }
}
