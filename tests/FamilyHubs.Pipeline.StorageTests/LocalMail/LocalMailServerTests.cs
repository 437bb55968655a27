using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FamilyHubs.Pipeline.Azure.LocalMail;

namespace FamilyHubs.Pipeline.StorageTests.LocalMail;

public sealed class LocalMailServerTests : IAsyncLifetime, IDisposable
{
    private const string Valid = """
        {
          "personalizations": [{ "to": [{ "email": "a@example.org", "name": "A" }] }],
          "from": { "email": "from@example.org" },
          "subject": "Subject",
          "content": [{ "type": "text/plain", "value": "text" }, { "type": "text/html", "value": "<p>html</p>" }],
          "attachments": [{ "filename": "a.csv", "content": "YWJj", "type": "text/csv", "disposition": "attachment" }],
          "categories": ["weekly"],
          "custom_args": { "mail_key": "k" },
          "mail_settings": { "sandbox_mode": { "enable": false } },
          "tracking_settings": { "open_tracking": { "enable": false } }
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();
    private LocalMailServer _server = null!;

    public async Task InitializeAsync() => _server = await LocalMailServer.StartAsync(_folder.Path, TimeProvider.System, default);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Post_ValidRequest_IsTaken()
    {
        using var answer = await PostAsync(Valid);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("local-0001", Assert.Single(answer.Headers.GetValues("X-Message-Id")));
        Assert.Equal(["0001-a@example.org.eml", "0001-a@example.org.json"], Files());
    }

    [Theory]
    [InlineData("from", null)]
    [InlineData("from", "{}")]
    [InlineData("from", """{ "email": 1 }""")]
    [InlineData("from", """{ "email": "x" }""")]
    [InlineData("from", "\"from@example.org\"")]
    [InlineData("reply_to", """{ "email": "" }""")]
    [InlineData("subject", null)]
    [InlineData("subject", "\"\"")]
    [InlineData("subject", "1")]
    [InlineData("personalizations", null)]
    [InlineData("personalizations", "[]")]
    [InlineData("personalizations", "{}")]
    [InlineData("personalizations", "[1]")]
    [InlineData("personalizations", "[{}]")]
    [InlineData("personalizations", """[{ "to": [] }]""")]
    [InlineData("personalizations", """[{ "to": [{ "email": "a@example.org" }, { "email": "A@example.org" }] }]""")]
    [InlineData("personalizations", """[{ "to": [{ "email": "a@example.org" }], "cc": [{ "email": "a@example.org" }] }]""")]
    [InlineData("content", null)]
    [InlineData("content", "[]")]
    [InlineData("content", """[{ "type": "text/plain", "value": "" }]""")]
    [InlineData("content", """[{ "value": "x" }]""")]
    [InlineData("content", """[{ "type": "text/html", "value": "x" }, { "type": "text/plain", "value": "x" }]""")]
    [InlineData("content", """[{ "type": "text/plain", "value": "x" }, { "type": "text/plain", "value": "x" }]""")]
    [InlineData("attachments", """[{ "filename": "a", "content": "no base64!" }]""")]
    [InlineData("attachments", """[{ "content": "YWJj" }]""")]
    [InlineData("attachments", """[{ "filename": "a", "content": "YWJj", "disposition": "other" }]""")]
    [InlineData("attachments", """[{ "filename": "a", "content": "YWJj", "disposition": "inline" }]""")]
    [InlineData("categories", """["a", "a"]""")]
    [InlineData("categories", """["1","2","3","4","5","6","7","8","9","10","11"]""")]
    [InlineData("custom_args", """{ "a": 1 }""")]
    [InlineData("mail_settings", """{ "sandbox_mode": { "enable": "true" } }""")]
    [InlineData("tracking_settings", """{ "open_tracking": {} }""")]
    [InlineData("unknown_field", "1")]
    public async Task Post_FaultyField_IsRefusedWithItsPath(string field, string? value)
    {
        var request = JsonNode.Parse(Valid)!.AsObject();
        if (value is null) request.Remove(field);
        else request[field] = JsonNode.Parse(value);

        using var answer = await PostAsync(request.ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.AsArray();
        Assert.All(errors, error => Assert.StartsWith(field, error!["field"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.NotEmpty(errors);
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData(1000, HttpStatusCode.Accepted)]
    [InlineData(1001, HttpStatusCode.BadRequest)]
    public async Task Post_Personalizations_AreAtMostAThousand(int count, HttpStatusCode status)
    {
        var request = JsonNode.Parse(Valid)!.AsObject();
        request["personalizations"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => JsonNode.Parse($$"""{ "to": [{ "email": "a{{i}}@example.org" }] }"""))]);

        using var answer = await PostAsync(request.ToJsonString());

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("not json", "application/json", "Bearer k", "v3/mail/send", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", "Bearer k", "v3/mail/send", HttpStatusCode.BadRequest)]
    [InlineData(Valid, "text/plain", "Bearer k", "v3/mail/send", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(Valid, "application/json", "Basic k", "v3/mail/send", HttpStatusCode.Unauthorized)]
    [InlineData(Valid, "application/json", null, "v3/mail/send", HttpStatusCode.Unauthorized)]
    [InlineData(Valid, "application/json", "Bearer k", "v3/mail", HttpStatusCode.NotFound)]
    public async Task Post_OtherwiseThanTheServiceAsks_IsRefused(string body, string type, string? key, string path, HttpStatusCode status)
    {
        using var answer = await PostAsync(body, type, key, path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Post_RecipientWithPathCharacters_StaysInTheFolder()
    {
        using var answer = await PostAsync(Valid.Replace("a@example.org", "/etc/a!b@example.org", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(["0001-_etc_a_b@example.org.eml", "0001-_etc_a_b@example.org.json"], Files());
    }

    [Fact]
    public async Task Start_FolderWithMails_GoesOnCounting()
    {
        (await PostAsync(Valid)).Dispose();
        await _server.DisposeAsync();
        _server = await LocalMailServer.StartAsync(_folder.Path, TimeProvider.System, default);

        (await PostAsync(Valid)).Dispose();

        Assert.Contains("0002-a@example.org.eml", Files());
        Assert.Equal(4, Files().Length);
    }

    private string[] Files() => [.. Directory.GetFiles(_folder.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private async Task<HttpResponseMessage> PostAsync(string body, string type = "application/json", string? key = "Bearer k", string path = "v3/mail/send")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server.Host, path)) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (key is not null) request.Headers.Authorization = AuthenticationHeaderValue.Parse(key);
        return await _client.SendAsync(request);
    }
}
