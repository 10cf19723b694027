using System.Security.Cryptography;
using System.Text;

namespace SupportPipeline.Social.Connectors;

public sealed class SignaturesTests
{
    private const string Secret = "s3cret";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"text":"Не работает 😡 當機了"}""");
    private static readonly byte[] Mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Body);
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_674_087_231);

    [Fact]
    public void X_is_answered_as_it_signs()
    {
        Assert.Equal("sha256=" + Convert.ToBase64String(HMACSHA256.HashData("s3cret"u8, "token"u8)), Signatures.AnswerX(Secret, "token"));
        Assert.True(Signatures.IsOfX(Secret, Body, "sha256=" + Convert.ToBase64String(Mac)));
    }

    [Fact]
    public void Bytes_that_are_not_ascii_are_signed_as_they_came()
    {
        Assert.True(Signatures.IsOfMeta(Secret, Body, "sha256=" + Convert.ToHexStringLower(Mac)));
        Assert.True(Signatures.IsOfLine(Secret, Body, Convert.ToBase64String(Mac)));
        Assert.False(Signatures.IsOfLine(Secret, Encoding.ASCII.GetBytes(Encoding.UTF8.GetString(Body)), Convert.ToBase64String(Mac)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha256=zz")]
    [InlineData("sha1=0000")]
    [InlineData("sha256=00000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Garbage_is_refused(string? header)
    {
        Assert.False(Signatures.IsOfX(Secret, Body, header));
        Assert.False(Signatures.IsOfMeta(Secret, Body, header));
        Assert.False(Signatures.IsOfLine(Secret, Body, header));
        Assert.False(Signatures.IsSecret(Secret, header));
    }

    [Fact]
    public void A_secret_is_compared_whole()
    {
        Assert.True(Signatures.IsSecret(Secret, "s3cret"));
        Assert.False(Signatures.IsSecret(Secret, "s3cre"));
        Assert.False(Signatures.IsSecret(Secret, "S3cret"));
    }

    [Fact]
    public void Standard_Webhooks_sign_id_time_and_body()
    {
        const string Key = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
        var mac = HMACSHA256.HashData(Convert.FromBase64String(Key[6..]), (byte[])[.. "msg_1.1674087231."u8, .. Body]);
        var signature = "v1," + Convert.ToBase64String(mac);

        Assert.True(Signatures.IsStandard(Key, ("msg_1", "1674087231", signature), Body, Now));
        Assert.True(Signatures.IsStandard(Key, ("msg_1", "1674087231", $"v1,AAAA {signature}"), Body, Now.AddSeconds(300)));
        Assert.False(Signatures.IsStandard(Key, ("msg_2", "1674087231", signature), Body, Now));
        Assert.False(Signatures.IsStandard(Key, ("msg_1", "1674087231", signature), Body, Now.AddSeconds(301)));
        Assert.False(Signatures.IsStandard(Key, ("msg_1", "soon", signature), Body, Now));
        Assert.False(
            Signatures.IsStandard(Key, ("msg_1", "1674087231", signature.Replace("v1,", "v1a,", StringComparison.Ordinal)), Body, Now)
        );
    }
}
