using SupportPipeline.LocalHost.Email;

namespace SupportPipeline.LocalHost.Tests.Email;

public sealed class LocalSigningKeyTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("key").FullName;

    [Fact]
    public void Keeps_its_pair_in_the_data_directory()
    {
        using var before = new LocalSigningKey(directory);
        using var after = new LocalSigningKey(directory);

        Assert.Equal(before.PublicKey, after.PublicKey);
    }

    [Fact]
    public void Makes_a_new_pair_for_every_run_without_one()
    {
        using var one = new LocalSigningKey();
        using var other = new LocalSigningKey();

        Assert.NotEqual(one.PublicKey, other.PublicKey);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
