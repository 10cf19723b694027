using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Testing;
using SupportPipeline.Triage;

namespace SupportPipeline.Cases;

public sealed class MessageReaderTests : IDisposable
{
    private readonly ServiceProvider _services = Pipeline.Create(replace: services =>
        services.AddSingleton<IIncidentReader>(new KnownIncidents())
    );

    public void Dispose() => _services.Dispose();

    [Theory]
    [InlineData("Blender stopped", "It died.", "Blender stopped\nIt died.")]
    [InlineData("  Blender stopped ", "It died.", "Blender stopped\nIt died.")]
    [InlineData("Re: Blender stopped", "It died.", "It died.")]
    [InlineData("Fwd: AW: Blender stopped", "It died.", "It died.")]
    [InlineData("Blender stopped [#0000-0007]", "It died.", "It died.")]
    [InlineData("回复：搅拌机坏了", "还是不行。", "还是不行。")]
    [InlineData("Blender stopped", "Blender stopped yesterday.", "Blender stopped yesterday.")]
    [InlineData("", "It died.", "It died.")]
    [InlineData("Blender stopped", "", "Blender stopped")]
    [InlineData("Re: Blender stopped", "", "Blender stopped")]
    [InlineData("", "", "")]
    public async Task A_subject_belongs_to_the_own_words_only_when_the_customer_made_it_up(string subject, string words, string expected)
    {
        var email = Emails.From("mia@example.org") with { Subject = subject, OwnWords = words };

        var understood = await _services.GetRequiredService<MessageReader>().UnderstandAsync(email, CancellationToken.None);

        Assert.Equal(expected, understood.Text);
    }

    [Fact]
    public async Task Offsets_of_evidence_point_into_the_text_that_was_read()
    {
        var email = Emails.From("mia@example.org") with { Subject = "Terrible blender", OwnWords = "It died and I want a refund." };

        var understood = await _services.GetRequiredService<MessageReader>().UnderstandAsync(email, CancellationToken.None);

        var evidence = TriageDocument.Of(understood.Triage).Evidence;
        Assert.Contains(evidence, found => found is { Text: "Terrible", Offset: 0 });
        Assert.Contains(evidence, found => found.Text.Contains("refund", StringComparison.Ordinal));
        Assert.All(evidence, found => Assert.Equal(found.Text, understood.Text.Substring(found.Offset, found.Length)));
    }
}
