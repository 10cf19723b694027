using System.Buffers;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>
/// The id of a customer's record is made from the identity, so that finding it needs no lookup table and nothing has to be written to find it:
/// <c>c</c> and 32 hexadecimal digits.
/// </summary>
internal static class CustomerIds
{
    /// <summary>The kind of email addresses.</summary>
    public const string Email = "email";

    private const int Length = 33;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The record of an email address.</summary>
    public static string Of(EmailAddress address) => "c" + address.Hash;

    /// <summary>The record of an account on a platform.</summary>
    public static string Of(string kind, string account) => "c" + StableHash.Of($"{kind}:{account}");

    /// <summary>Whether a text has the form of an id.</summary>
    public static bool IsId(string text) => text.Length == Length && text[0] == 'c' && !text.AsSpan(1).ContainsAnyExcept(Digits);
}
