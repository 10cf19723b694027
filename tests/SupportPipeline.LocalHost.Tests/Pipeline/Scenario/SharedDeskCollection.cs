namespace SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

/// <summary>The tests that use the desk as it is.</summary>
[CollectionDefinition(Name)]
public sealed class SharedDeskCollection : ICollectionFixture<SharedDesk>
{
    public const string Name = "shared desk";
}
