namespace FamilyHubs.Pipeline.Access;

/// <summary>Tells who is signed in. Whoever is not vouched for by the platform is nobody: access is denied unless it is given.</summary>
public sealed class SignIn(SignInOptions options)
{
    public const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL";
    public const string NameHeader = "X-MS-CLIENT-PRINCIPAL-NAME";

    /// <summary>The person; null for nobody. Headers are not looked at where the platform does not set them: anybody could have written them.</summary>
    /// <param name="principal">Value of <see cref="PrincipalHeader"/>.</param>
    /// <param name="name">Value of <see cref="NameHeader"/>.</param>
    public Principal? Find(string? principal, string? name)
    {
        if (options.ActAs is { } reader)
        {
            return new Principal("local", Email: null, "Local reader", [reader.Role]) { LocalCodes = [reader.Code] };
        }

        return options.PlatformSignsIn && !string.IsNullOrEmpty(principal) ? ClientPrincipal.Read(principal, string.IsNullOrEmpty(name) ? null : name) : null;
    }
}
