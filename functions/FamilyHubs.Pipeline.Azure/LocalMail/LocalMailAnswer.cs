namespace FamilyHubs.Pipeline.Azure.LocalMail;

/// <summary>How the local mail server answers one request instead of taking the mail.</summary>
public sealed record LocalMailAnswer
{
    private LocalMailAnswer()
    {
    }

    /// <summary>Takes the mail, then closes the connection without an answer.</summary>
    public static LocalMailAnswer Lost { get; } = new() { Takes = true, Cuts = true };

    /// <summary>Does not answer until the client gives up.</summary>
    public static LocalMailAnswer Never { get; } = new() { Hangs = true };

    /// <summary>Status to answer with.</summary>
    public int Status { get; private init; }

    /// <summary>Value of the header <c>Retry-After</c>.</summary>
    public string? RetryAfter { get; private init; }

    /// <summary>Value of the header <c>X-RateLimit-Reset</c>, in seconds since 1970.</summary>
    public long? RateLimitReset { get; private init; }

    internal bool Takes { get; private init; }

    internal bool Cuts { get; private init; }

    internal bool Hangs { get; private init; }

    /// <summary>Refuses with a status, e.g. 429 or 503.</summary>
    public static LocalMailAnswer Refusal(int status, string? retryAfter = null, long? rateLimitReset = null) =>
        new() { Status = status, RetryAfter = retryAfter, RateLimitReset = rateLimitReset };
}
