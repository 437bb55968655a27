using System.Text;
using System.Text.Json;

namespace FamilyHubs.Pipeline.EndToEndTests.Host;

/// <summary>The header in which the platform's authentication names the person who is signed in, and which anybody can forge where it does not stand.</summary>
internal static class PrincipalHeader
{
    public static string Of(string email, params string[] roles)
    {
        var claims = new List<(string Type, string Value)>
        {
            ("http://schemas.microsoft.com/identity/claims/objectidentifier", "id-of-" + email),
            ("preferred_username", email),
            ("name", "Somebody"),
        };
        claims.AddRange(roles.Select(role => ("roles", role)));
        var document = new
        {
            auth_typ = "aad",
            claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
            name_typ = "name",
            role_typ = "roles",
        };
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(document)));
    }
}
