using FamilyHubs.Pipeline.Access;
using Microsoft.AspNetCore.Http;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>Who sends a request.</summary>
internal static class RequestSignIn
{
    public static Principal? Of(this SignIn signIn, HttpRequest request) =>
        signIn.Find(request.Headers[SignIn.PrincipalHeader], request.Headers[SignIn.NameHeader]);
}
