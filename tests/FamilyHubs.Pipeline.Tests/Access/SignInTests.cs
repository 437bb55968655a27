using FamilyHubs.Pipeline.Access;
using Microsoft.Extensions.Configuration;

namespace FamilyHubs.Pipeline.Tests.Access;

public sealed class SignInTests
{
    private static readonly SignIn Platform = new(new SignInOptions(PlatformSignsIn: true, ActAs: null));

    [Fact]
    public void Find_PlatformHeader_GivesIdEmailNameAndRoles()
    {
        var person = Platform.Find(PrincipalHeaders.Person("Sam.Manager@Example.org", "informatics", "manager"), name: null);
        Assert.NotNull(person);
        Assert.Equal("id-of-Sam.Manager@Example.org", person.Id);
        Assert.Equal("sam.manager@example.org", person.Email);
        Assert.Equal("Sam Manager", person.Name);
        Assert.Equal(["informatics", "manager"], person.Roles);
        Assert.Null(person.LocalCodes);
    }

    [Fact]
    public void Find_RolesUnderTheTypeThatTheHeaderNames_AreRead()
    {
        var header = PrincipalHeaders.Encode(new
        {
            claims = new[] { new { typ = "oid", val = "1" }, new { typ = "my-roles", val = "manager" }, new { typ = "other", val = "informatics" } },
            role_typ = "my-roles",
        });
        Assert.Equal(["manager"], Platform.Find(header, name: null)!.Roles);
    }

    [Fact]
    public void Find_NoAddressClaim_TakesTheNameHeader() =>
        Assert.Equal("sam@example.org", Platform.Find(PrincipalHeaders.Of((PrincipalHeaders.ObjectId, "1")), "Sam@example.org")!.Email);

    [Fact]
    public void Find_AddressThatAPersonMayEnter_DoesNotBeatTheNameOfTheDirectory() => Assert.Equal(
        "sam@example.org",
        Platform.Find(PrincipalHeaders.Of((PrincipalHeaders.ObjectId, "1"), ("email", "head@example.org"), ("preferred_username", "sam@example.org")), name: null)!.Email);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64 !")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("W10=")]
    [InlineData("e30=")]
    [InlineData("eyJjbGFpbXMiOlt7InR5cCI6Im9pZCJ9XX0=")]
    [InlineData("eyJjbGFpbXMiOltdfQ==")]
    public void Find_HeaderThatNamesNobody_GivesNobody(string? header) => Assert.Null(Platform.Find(header, "sam@example.org"));

    [Fact]
    public void Find_ForgedHeaderWhileThePlatformSignsNobodyIn_GivesNobody() =>
        Assert.Null(new SignIn(SignInOptions.Nobody).Find(PrincipalHeaders.Person("head@example.org", "manager"), "head@example.org"));

    [Theory]
    [InlineData("True", true)]
    [InlineData("true", true)]
    [InlineData("False", false)]
    [InlineData("1", false)]
    [InlineData(null, false)]
    public void Of_SettingOfThePlatform_DecidesWhetherHeadersAreBelieved(string? setting, bool believed) =>
        Assert.Equal(believed, SignInOptions.Of(Settings(("WEBSITE_AUTH_ENABLED", setting)), isLocalHost: false).PlatformSignsIn);

    [Fact]
    public void Of_AsOnALocalHost_ActsAsThatReader()
    {
        var person = new SignIn(SignInOptions.Of(Settings(("as", "manager:E07000070")), isLocalHost: true)).Find(principal: null, name: null);
        Assert.Equal(["manager"], person!.Roles);
        Assert.Equal(["E07000070"], person.LocalCodes!);
    }

    [Fact]
    public void Of_AsAnywhereElse_CountsForNothing()
    {
        Assert.Null(SignInOptions.Of(Settings(("as", "manager:E07000070")), isLocalHost: false).ActAs);
        Assert.Null(SignInOptions.Of(Settings(("as", "manager:E07000070"), ("WEBSITE_AUTH_ENABLED", "True")), isLocalHost: true).ActAs);
    }

    [Theory]
    [InlineData("manager")]
    [InlineData("manager:")]
    [InlineData(":E07000070")]
    [InlineData("a:b:c")]
    public void Of_AsThatIsNotRoleAndCode_IsRefused(string setting) =>
        Assert.Throws<InvalidOperationException>(() => SignInOptions.Of(Settings(("as", setting)), isLocalHost: true));

    private static IConfiguration Settings(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value)).Build();
}
