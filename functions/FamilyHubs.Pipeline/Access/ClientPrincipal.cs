using System.Text.Json;

namespace FamilyHubs.Pipeline.Access;

/// <summary>
/// The header <c>X-MS-CLIENT-PRINCIPAL</c> of App Service authentication: base64 of <c>{ auth_typ, claims: [{ typ, val }], name_typ, role_typ }</c>.
/// </summary>
internal static class ClientPrincipal
{
    private const int MostCharacters = 64 * 1024;

    private static readonly string[] IdTypes = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];

    /// <summary>Names that the directory vouches for come before an address that a person may enter.</summary>
    private static readonly string[] EmailTypes =
    [
        "preferred_username",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn",
        "upn",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        "email",
    ];

    private static readonly string[] RoleTypes = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    /// <summary>The person; null for a header that is not what the platform writes, or names nobody.</summary>
    /// <param name="header">Value of the header.</param>
    /// <param name="name">Value of <c>X-MS-CLIENT-PRINCIPAL-NAME</c>: taken as the address where no claim gives one.</param>
    public static Principal? Read(string header, string? name)
    {
        if (header.Length > MostCharacters)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(header));
            List<(string Type, string Value)> claims = [.. ClaimsOf(document.RootElement)];
            if (First(claims, IdTypes) is not { } id)
            {
                return null;
            }

            string[] roleTypes = document.RootElement.TryGetProperty("role_typ", out var type) && type.GetString() is { Length: > 0 } own ? [.. RoleTypes, own] : RoleTypes;
            var email = First(claims, EmailTypes) ?? name;
            return new Principal(
                id,
                email?.Trim().ToLowerInvariant(),
                First(claims, ["name"]) ?? email ?? id,
                [.. claims.Where(c => roleTypes.Contains(c.Type, StringComparer.Ordinal)).Select(c => c.Value).Distinct(StringComparer.OrdinalIgnoreCase)]);
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Type, string Value)> ClaimsOf(JsonElement root) => root.GetProperty("claims").EnumerateArray()
        .Select(claim => (claim.GetProperty("typ").GetString() ?? string.Empty, claim.GetProperty("val").GetString() ?? string.Empty))
        .Where(claim => claim.Item2.Length > 0);

    private static string? First(List<(string Type, string Value)> claims, string[] types) => types
        .SelectMany(type => claims.Where(claim => claim.Type == type).Select(claim => claim.Value))
        .FirstOrDefault();
}
