using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Publishing;

/// <summary>The last look at a mail before it leaves (product.md, "What may travel in an e-mail"). What it finds is refused, not mended: by then something upstream is wrong.</summary>
public static partial class MailGuard
{
    private const int DigitsOfAnNhsNumber = 10;

    /// <summary>Reasons to refuse the mail; empty when it may go.</summary>
    public static IReadOnlyList<MailRefusal> Check(Mail mail)
    {
        var refusals = new List<MailRefusal>();
        CheckText("subject", mail.Subject, refusals);
        CheckText("recipient name", mail.To.Name ?? "", refusals);
        CheckText("text part", mail.Text, refusals);
        CheckHtml(mail, refusals);
        if (mail.Subject.AsSpan().ContainsAny('\r', '\n') || (mail.To.Name ?? "").AsSpan().ContainsAny('\r', '\n'))
            refusals.Add(new MailRefusal("subject", "A header holds a line end, which would let it add headers of its own. Clean the name it is made from."));
        for (var index = 0; index < mail.Attachments.Count; index++)
        {
            var (part, attachment) = ($"attachment {index + 1}", mail.Attachments[index]);
            CheckText(part, attachment.FileName, refusals);
            if (attachment.ContentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
                CheckText(part, Encoding.UTF8.GetString(attachment.Content.Span), refusals);
        }

        return [.. refusals.Distinct()];
    }

    private static void CheckHtml(Mail mail, List<MailRefusal> refusals)
    {
        // Markup and attributes first, then the words as they are read, so that tags cannot split a number.
        CheckText("HTML part", WebUtility.HtmlDecode(mail.Html), refusals);
        CheckText("HTML part", WebUtility.HtmlDecode(InlineTag().Replace(mail.Html, "")), refusals);
        if (ActiveContent().IsMatch(mail.Html) || Links(mail.Html).Any(link => ActiveLink().IsMatch(link)))
            refusals.Add(new MailRefusal("HTML part", "It holds a script or another element that a mail must not have."));
        var known = mail.Attachments.Select(attachment => attachment.ContentId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (ImageSource().Matches(mail.Html).Any(image => !IsAttached(image.Groups["source"].Value, known)))
            refusals.Add(new MailRefusal("HTML part", "An image is not one of the mail's attachments: a remote image tells its server who reads the mail."));
        if (StyleUrl().IsMatch(mail.Html))
            refusals.Add(new MailRefusal("HTML part", "A style or a background loads a file, which tells its server who reads the mail."));
    }

    private static IEnumerable<string> Links(string html) => Link().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value));

    private static bool IsAttached(string source, HashSet<string> contentIds) =>
        source.StartsWith("cid:", StringComparison.Ordinal) && contentIds.Contains(source[4..]);

    private static void CheckText(string part, string text, List<MailRefusal> refusals)
    {
        if (TenDigits().Matches(text).Any(match => IsNhsNumber(match.Value)))
            refusals.Add(new MailRefusal(part, "It holds ten digits that are a valid NHS number. Find the name or the id that they come from."));
        if (Postcode().IsMatch(text))
            refusals.Add(new MailRefusal(part, "It holds what looks like a postcode. Find the name that it comes from."));
        if (text.Contains("childList", StringComparison.OrdinalIgnoreCase) || text.Contains("personId", StringComparison.OrdinalIgnoreCase))
            refusals.Add(new MailRefusal(part, "It holds a list of children, which only sign-in pages may show."));
    }

    /// <summary>Modulus 11 (NHS Data Dictionary, NHS NUMBER): weights 10 to 2; a check digit of 10 is not used.</summary>
    private static bool IsNhsNumber(string match)
    {
        Span<int> digits = stackalloc int[DigitsOfAnNhsNumber];
        var count = 0;
        foreach (var character in match)
        {
            if (char.IsAsciiDigit(character))
                digits[count++] = character - '0';
        }

        var sum = 0;
        for (var index = 0; index < DigitsOfAnNhsNumber - 1; index++)
            sum += digits[index] * (DigitsOfAnNhsNumber - index);
        return (11 - sum % 11) % 11 == digits[DigitsOfAnNhsNumber - 1];
    }

    /// <summary>Ten digits alone, or as 3-3-4 with a space, a no-break space, a hyphen or a point between.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{Nd}.,])[0-9]{3}[\u0020\u00A0.\-]?[0-9]{3}[\u0020\u00A0.\-]?[0-9]{4}(?![\p{L}\p{Nd}])", RegexOptions.CultureInvariant)]
    private static partial Regex TenDigits();

    /// <summary>A full postcode; the inward half never has C, I, K, M, O or V. In lower case the ordinals of week numbers (W13 1st) are left alone.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{Nd}#])(?:[A-Z]{1,2}[0-9][A-Z0-9]?[\u0020\u00A0]?[0-9][ABD-HJLNP-UW-Z]{2}|[a-z]{1,2}[0-9][a-z0-9]?[\u0020\u00A0]?[0-9](?!st|nd|rd|th)[abd-hjlnp-uw-z]{2})(?![\p{L}\p{Nd}])", RegexOptions.CultureInvariant)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"<\s*/?\s*(?:script|iframe|object|embed|form|input|svg|link|base|meta\s+http-equiv)\b|<[^>]*\son[a-z]+\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActiveContent();

    [GeneratedRegex("""<(?:img|image|video|audio|source|input)\b[^>]*?\bsrc(?:set)?\s*=\s*["']?(?<source>[^"'\s>]*)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ImageSource();

    [GeneratedRegex(@"<[^>]*[:\s]url\s*\(|@import|<[^>]*\sbackground\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StyleUrl();

    [GeneratedRegex("""\shref\s*=\s*["']?(?<address>[^"'>]*)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*(?:javascript|vbscript|data)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActiveLink();

    [GeneratedRegex("</?(?:b|i|em|strong|span|a|u|font)(?:\\s[^>]*)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InlineTag();
}
