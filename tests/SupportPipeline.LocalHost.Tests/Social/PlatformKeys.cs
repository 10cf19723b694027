using System.Security.Cryptography;
using System.Text;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>The secrets of the social desk, and how platforms sign with them.</summary>
internal static class PlatformKeys
{
    public const string X = "x-s3cret";
    public const string Meta = "meta-s3cret";
    public const string MetaVerifyToken = "meta-verify";
    public const string Telegram = "tg-s3cret";
    public const string Vk = "vk-s3cret";
    public const string VkConfirmation = "a1b2c3d4";
    public const string Line = "line-s3cret";

    public static (string, string) OfX(byte[] body, string secret = X) =>
        ("x-twitter-webhooks-signature", "sha256=" + Convert.ToBase64String(Hmac(body, secret)));

    public static (string, string) OfMeta(byte[] body, string secret = Meta) =>
        ("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(Hmac(body, secret)));

    public static (string, string) OfTelegram(string secret = Telegram) => ("X-Telegram-Bot-Api-Secret-Token", secret);

    public static (string, string) OfLine(byte[] body, string secret = Line) =>
        ("x-line-signature", Convert.ToBase64String(Hmac(body, secret)));

    private static byte[] Hmac(byte[] body, string secret) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body);
}
