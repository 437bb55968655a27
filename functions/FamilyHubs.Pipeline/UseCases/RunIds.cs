using System.Security.Cryptography;
using System.Text;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// A run is named by what its figures depend on, so that computing the same again is the same run (architecture.md 3.4). The name has
/// letters only: it stands in mails, where a row of digits could be taken for a personal number.
/// </summary>
internal static class RunIds
{
    /// <summary>The first 16 hexadecimal digits of a SHA-256, written with the letters a to p.</summary>
    /// <param name="kind">weekly or monthly.</param>
    /// <param name="area">Area.</param>
    /// <param name="period">Week or month.</param>
    /// <param name="definitionVersion">Version of the profile's definitions.</param>
    /// <param name="pins">Lake versions read.</param>
    /// <param name="comparedWith">Run that changes are taken from; null for none.</param>
    public static string Of(
        string kind, string area, string period, string definitionVersion, IReadOnlyDictionary<string, long> pins, string? comparedWith)
    {
        var text = new StringBuilder();
        var program = typeof(RunIds).Assembly.GetName().Version;
        text.Append(FormattableString.Invariant($"{kind}|{area}|{period}|{definitionVersion}|{program}|{comparedWith}"));
        foreach (var (table, version) in pins.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            text.Append(FormattableString.Invariant($"|{table}={version}"));
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return string.Create(16, hash, static (name, bytes) =>
        {
            for (var i = 0; i < name.Length; i++)
            {
                name[i] = (char)('a' + (i % 2 == 0 ? bytes[i / 2] >> 4 : bytes[i / 2] & 15));
            }
        });
    }
}
