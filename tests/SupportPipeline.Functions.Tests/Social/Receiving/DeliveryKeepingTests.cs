using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;

namespace SupportPipeline.Social.Receiving;

[Collection("Azurite")]
public sealed class DeliveryKeepingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Deliveries_of_the_same_moment_share_a_blob_and_a_queue_message()
    {
        await using var house = await ReceivingHouse.OpenAsync(azurite.ConnectionString);
        var keeping = house.Services.GetRequiredService<DeliveryKeeping>();
        house.Operations.Reset();

        var kept = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(number => keeping.KeepAsync("list", Payload(number), 1, CancellationToken.None))
        );

        Assert.InRange(house.Operations.Count, 2, 4);
        Assert.Equal(50, kept.Select(delivery => delivery.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task What_holds_many_posts_is_not_kept_with_others()
    {
        await using var house = await ReceivingHouse.OpenAsync(azurite.ConnectionString);
        var keeping = house.Services.GetRequiredService<DeliveryKeeping>();
        house.Operations.Reset();

        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(number => keeping.KeepAsync("list", Payload(number), 500, CancellationToken.None))
        );

        Assert.Equal(8, house.Operations.Count);
    }

    [Fact]
    public void A_bundle_gives_back_the_bytes_as_they_came()
    {
        var at = new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);
        KeptDelivery[] deliveries =
        [
            new("x", "01", at, Encoding.UTF8.GetBytes("{\"text\":\"Не работает 😡\n當機了\"}\n\n")),
            new("meta", "02", at, ReadOnlyMemory<byte>.Empty),
            new("vk", "03", at, new byte[] { 0, 10, 13, 255 }),
        ];

        var read = DeliveryBundle.Read(DeliveryBundle.Write(deliveries));

        Assert.Equal(
            deliveries.Select(one => (one.Connector, one.Id, one.ReceivedAt)),
            read.Select(one => (one.Connector, one.Id, one.ReceivedAt))
        );
        Assert.All(deliveries.Zip(read), pair => Assert.Equal(pair.First.Payload.ToArray(), pair.Second.Payload.ToArray()));
    }

    [Theory]
    [InlineData("no line at all")]
    [InlineData("{\"connector\":\"x\",\"id\":\"1\",\"receivedAt\":\"2026-11-20T09:30:00Z\",\"length\":9}\nabc\n")]
    [InlineData("{\"connector\":\"x\",\"id\":\"1\",\"receivedAt\":\"2026-11-20T09:30:00Z\",\"length\":-1}\nabc\n")]
    public void What_is_no_bundle_is_refused(string text) =>
        Assert.Throws<FormatException>(() => DeliveryBundle.Read(Encoding.UTF8.GetBytes(text)));

    private static byte[] Payload(int number) => Encoding.UTF8.GetBytes($"[{{\"id\":\"{number}\"}}]");
}
