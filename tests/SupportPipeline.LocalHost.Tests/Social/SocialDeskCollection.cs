namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>The tests that post what platforms deliver.</summary>
[CollectionDefinition(Name)]
public sealed class SocialDeskCollection : ICollectionFixture<SocialDesk>
{
    public const string Name = "social desk";
}
