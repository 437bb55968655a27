using Microsoft.Extensions.Configuration;

namespace FamilyHubs.Pipeline.Access;

/// <summary>Whom the pages believe.</summary>
/// <param name="PlatformSignsIn">
/// The platform's authentication is on, so that it takes the principal headers off every request and sets its own. Only then are they believed.
/// </param>
/// <param name="ActAs">Role and area code that every reader of a local host has; null anywhere else.</param>
public sealed record SignInOptions(bool PlatformSignsIn, ActingReader? ActAs)
{
    /// <summary>Set by the platform, not by the app: <c>True</c> when its authentication is on.</summary>
    private const string AuthenticationIsOn = "WEBSITE_AUTH_ENABLED";

    /// <summary>Nobody is believed.</summary>
    public static SignInOptions Nobody { get; } = new(false, null);

    /// <param name="configuration">Settings; <c>as</c> is <c>role:code</c>, e.g. <c>manager:E07000070</c>.</param>
    /// <param name="isLocalHost">The app runs on one machine with storage on the same machine; <c>as</c> counts for nothing elsewhere.</param>
    /// <exception cref="InvalidOperationException">The setting <c>as</c> of a local host is not role:code.</exception>
    public static SignInOptions Of(IConfiguration configuration, bool isLocalHost)
    {
        var isOn = string.Equals(configuration[AuthenticationIsOn], "true", StringComparison.OrdinalIgnoreCase);
        return new SignInOptions(isOn, isLocalHost && !isOn && configuration["as"] is { Length: > 0 } reader ? ActingReader.Parse(reader) : null);
    }
}
