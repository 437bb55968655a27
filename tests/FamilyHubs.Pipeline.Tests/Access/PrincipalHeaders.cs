using System.Text;
using System.Text.Json;

namespace FamilyHubs.Pipeline.Tests.Access;

/// <summary>Headers as the platform writes them.</summary>
internal static class PrincipalHeaders
{
    public const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    public static string Of(params (string Type, string Value)[] claims) => Encode(new
    {
        auth_typ = "aad",
        claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
        name_typ = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
        role_typ = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
    });

    public static string Person(string email, params string[] roles) =>
        Of([(ObjectId, "id-of-" + email), ("preferred_username", email), ("name", "Sam Manager"), .. roles.Select(role => ("roles", role))]);

    public static string Encode(object document) => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(document)));
}
