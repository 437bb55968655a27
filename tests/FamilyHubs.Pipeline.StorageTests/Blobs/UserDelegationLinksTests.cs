using System.Net;
using System.Text;
using System.Web;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using FamilyHubs.Pipeline.Azure.Blobs;
using FamilyHubs.Pipeline.Azure.Settings;
using Microsoft.Extensions.Time.Testing;

namespace FamilyHubs.Pipeline.StorageTests.Blobs;

public sealed class UserDelegationLinksTests
{
    private static readonly DateTimeOffset Now = new(2019, 4, 5, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Create_StoreWithIdentity_GivesAShortLinkThatOnlyReadsTheOneBlob()
    {
        using var service = new KeyService();
        var client = new BlobServiceClient(
            new Uri("https://account.blob.core.windows.net"), new FixedToken(), new BlobClientOptions { Transport = new HttpClientTransport(service) });
        var links = new UserDelegationLinks(client, LakeAddress.Parse("https://account.blob.core.windows.net"), new FakeTimeProvider(Now));

        var link = await links.CreateAsync("snapshots", "essex/2019-03/r1/kpis.csv", "kpis.csv", CancellationToken.None);

        Assert.Equal("https://account.blob.core.windows.net/snapshots/essex/2019-03/r1/kpis.csv", link!.GetLeftPart(UriPartial.Path));
        var query = HttpUtility.ParseQueryString(link.Query);
        Assert.Equal(("r", "b", "https"), (query["sp"], query["sr"], query["spr"]));
        Assert.Equal("2019-04-05T06:05:00Z", query["se"]);
        Assert.Equal("attachment; filename=\"kpis.csv\"", query["rscd"]);
        Assert.NotNull(query["skoid"]);
        Assert.NotEmpty(query["sig"]!);
        Assert.Contains("2019-04-05T06:05:00Z", service.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_StoreWithAKey_GivesNone()
    {
        const string Connection = "UseDevelopmentStorage=true";
        var links = new UserDelegationLinks(new BlobServiceClient(Connection), LakeAddress.Parse(Connection), new FakeTimeProvider(Now));

        Assert.Null(await links.CreateAsync("snapshots", "essex/2019-03/r1/kpis.csv", "kpis.csv", CancellationToken.None));
    }

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    /// <summary>Answers the one question for a user-delegation key.</summary>
    private sealed class KeyService : HttpMessageHandler
    {
        public string Asked { get; private set; } = string.Empty;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = await request.Content!.ReadAsStringAsync(cancellationToken);
            Assert.Contains("comp=userdelegationkey", request.RequestUri!.Query, StringComparison.Ordinal);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent(
                    "<?xml version=\"1.0\" encoding=\"utf-8\"?><UserDelegationKey><SignedOid>11111111-1111-1111-1111-111111111111</SignedOid><SignedTid>22222222-2222-2222-2222-222222222222</SignedTid>"
                    + "<SignedStart>2019-04-05T05:55:00Z</SignedStart><SignedExpiry>2019-04-05T06:05:00Z</SignedExpiry><SignedService>b</SignedService><SignedVersion>2019-02-02</SignedVersion>"
                    + "<Value>MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=</Value></UserDelegationKey>",
                    Encoding.UTF8,
                    "application/xml"),
            };
        }
    }
}
