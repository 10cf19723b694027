namespace SupportPipeline.AzureSdk.Tests;

/// <summary>Test classes that share one Azurite; they run one after the other.</summary>
[CollectionDefinition("Azurite")]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>;
