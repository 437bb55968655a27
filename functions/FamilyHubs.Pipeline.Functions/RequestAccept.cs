using System.Net.Mime;
using Microsoft.AspNetCore.Http;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>What a request wants to read.</summary>
internal static class RequestAccept
{
    /// <summary>True for a program that names JSON and no page; a browser names pages, and who names nothing gets a page.</summary>
    public static bool WantsJson(this HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return accepted.Any(type => type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase))
            && !accepted.Any(type => type.MediaType.Equals(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase));
    }
}
