namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>The tests of what marketing does.</summary>
[CollectionDefinition(Name)]
public sealed class MarketingDeskCollection : ICollectionFixture<MarketingDesk>
{
    public const string Name = "marketing desk";
}
