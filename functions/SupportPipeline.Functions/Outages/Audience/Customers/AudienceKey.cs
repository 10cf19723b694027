using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Customers;

/// <summary>By what customers are found.</summary>
internal enum AudienceKind
{
    /// <summary>What they use.</summary>
    Component,

    /// <summary>What they bought.</summary>
    Product,

    /// <summary>What else they are called.</summary>
    Tag,
}

/// <summary>One part of the index: everybody with this value.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Value">The value, in small letters.</param>
internal readonly record struct AudienceKey(AudienceKind Kind, string Value)
{
    /// <summary>Why somebody is told: <c>component:checkout</c>.</summary>
    public string Segment => $"{Name}:{Value}";

    /// <summary>The partition. What a storage key may not hold is hashed; the sign in front keeps the two apart.</summary>
    public string Partition => $"{Name}|{(Value.All(IsPlain) ? Value : "~" + StableHash.Of(Value))}";

    private string Name =>
        Kind switch
        {
            AudienceKind.Component => "component",
            AudienceKind.Product => "product",
            _ => "tag",
        };

    private static bool IsPlain(char character) =>
        char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_' or '.';
}
