using System.Text.RegularExpressions;

namespace Microsoft.Azure.Functions.Worker.Host.Blobs;

/// <summary>
/// A path with <c>{names}</c>. As in the real host a name takes as much as it can and slashes too: <c>a/{x}/f.csv</c> also matches <c>a/b/c/f.csv</c>.
/// </summary>
internal sealed partial class BlobPathPattern
{
    private readonly Regex _regex;

    private BlobPathPattern(string container, string prefix, Regex regex, IReadOnlyList<string> names) =>
        (Container, Prefix, _regex, Names) = (container, prefix, regex, names);

    /// <summary>Container, without names.</summary>
    internal string Container { get; }

    /// <summary>What each matching blob's name begins with: the text before the first name.</summary>
    internal string Prefix { get; }

    /// <summary>The names in braces.</summary>
    internal IReadOnlyList<string> Names { get; }

    /// <exception cref="HostStartException">The path is not of the form container/blob, or its braces do not fit.</exception>
    internal static BlobPathPattern Parse(string path, string functionName)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var container = slash < 0 ? path : path[..slash];
        var blob = slash < 0 ? "{name}" : path[(slash + 1)..];
        if (container.Length == 0 || blob.Length == 0 || container.AsSpan().ContainsAny('{', '}'))
            throw new HostStartException($"Function '{functionName}': the blob path '{path}' must be a container without braces, a slash and a blob.");

        var names = Name().Matches(blob).Select(match => match.Groups["name"].Value).ToArray();
        var literal = Name().Replace(blob, "");
        if (literal.AsSpan().ContainsAny('{', '}') || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Length)
            throw new HostStartException($"Function '{functionName}': the braces of the blob path '{path}' must hold distinct names.");

        var pattern = Name().Replace(Regex.Escape(blob).Replace("\\{", "{", StringComparison.Ordinal), "(?<${name}>.*)");
        var brace = blob.IndexOf('{', StringComparison.Ordinal);
        return new BlobPathPattern(
            container, brace < 0 ? blob : blob[..brace], new Regex($"^{pattern}$", RegexOptions.CultureInvariant | RegexOptions.Singleline), names);
    }

    /// <summary>The text of each name, or null when the blob does not match.</summary>
    internal Dictionary<string, object?>? Match(string blobName)
    {
        var match = _regex.Match(blobName);
        return match.Success
            ? Names.ToDictionary(name => name, name => (object?)match.Groups[name].Value, StringComparer.OrdinalIgnoreCase)
            : null;
    }

    [GeneratedRegex(@"\{(?<name>[\p{L}_][\p{L}\p{Nd}_]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
