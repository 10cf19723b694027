namespace SupportPipeline.Platform;

public sealed class OrganisationFileTests
{
    [Fact]
    public void Comments_and_a_comma_too_many_are_read_over()
    {
        var file = OrganisationFile.Parse(
            "{\n  // who\n  \"name\": \"Desk\",\n  \"automation\": { \"boundary\": \"draft\", },\n}",
            "o.json"
        );

        Assert.Equal("Desk", file.Name);
        Assert.Equal(Automation.Draft, Assert.Contains("boundary", file.Automation));
    }

    [Theory]
    [InlineData(
        "{\n  \"nmae\": \"Desk\"\n}",
        "o.json:2: $.nmae: The JSON property 'nmae' could not be mapped to any .NET member contained in type 'SupportPipeline.Platform.OrganisationFile'."
    )]
    [InlineData(
        "{\n  \"name\": \"Desk\",\n  \"teams\": [\n    { \"name\": \"a\", \"boss\": \"b\" }\n  ]\n}",
        "o.json:4: $.teams[0].boss: The JSON property 'boss' could not be mapped to any .NET member contained in type 'SupportPipeline.Platform.TeamEntry'."
    )]
    [InlineData(
        "{\n  \"name\": \"Desk\",\n  \"automation\": { \"boundary\": \"never\" }\n}",
        "o.json:3: $.automation.boundary: The JSON value could not be converted to SupportPipeline.Platform.Automation."
    )]
    [InlineData(
        "{\n  \"name\": \"Desk\",\n  \"automation\": { \"boundary\": 1 }\n}",
        "o.json:3: $.automation.boundary: The JSON value could not be converted to SupportPipeline.Platform.Automation."
    )]
    [InlineData(
        "{\n  \"name\": \"Desk\",\n  \"name\": \"Desk\"\n}",
        "o.json:3: $.name: Duplicate property 'name' encountered during deserialization of type 'SupportPipeline.Platform.OrganisationFile'."
    )]
    [InlineData(
        "{\n  \"name\": null\n}",
        "o.json:2: $.name: The property or field 'name' on type 'SupportPipeline.Platform.OrganisationFile' doesn't allow setting null values. Consider updating its nullability annotation."
    )]
    [InlineData(
        "{\n  \"name\": \"Desk\",\n  \"calendar\": { \"holidays\": [\"25.12.2026\"] }\n}",
        "o.json:3: $.calendar.holidays[0]: The JSON value could not be converted to System.DateOnly."
    )]
    [InlineData(
        "{ }",
        "o.json:1: $: JSON deserialization for type 'SupportPipeline.Platform.OrganisationFile' was missing required properties including: 'name'."
    )]
    [InlineData(
        "",
        "o.json:1: $: The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true."
    )]
    public void A_mistake_is_told_with_its_line_and_place(string json, string expected) =>
        Assert.Equal(expected, Assert.Throws<FormatException>(() => OrganisationFile.Parse(json, "o.json")).Message);

    [Fact]
    public void An_empty_file_says_so() =>
        Assert.Equal("o.json is empty.", Assert.Throws<FormatException>(() => OrganisationFile.Parse("null", "o.json")).Message);
}
