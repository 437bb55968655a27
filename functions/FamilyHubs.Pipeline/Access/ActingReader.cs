namespace FamilyHubs.Pipeline.Access;

/// <summary>The reader that a local host acts as, in place of signing in.</summary>
/// <param name="Role">Role, e.g. <c>manager</c>.</param>
/// <param name="Code">Code of an area, quadrant or district.</param>
public sealed record ActingReader(string Role, string Code)
{
    /// <exception cref="InvalidOperationException">It is not role:code.</exception>
    public static ActingReader Parse(string text)
    {
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        return parts is [{ Length: > 0 } role, { Length: > 0 } code]
            ? new ActingReader(role, code)
            : throw new InvalidOperationException("The setting as must be a role and an area code, e.g. --as manager:E07000070.");
    }
}
