using System.Text;

namespace SupportPipeline.Outages.Audience.Import;

public sealed class JsonCustomersTests
{
    [Fact]
    public async Task An_array_is_read_element_by_element_and_bad_ones_are_named_by_their_line()
    {
        var text = """
            [
              {"id": 1, "email": "a@customer.example", "components": ["Checkout", "search"], "tags": "vip;beta", "unknown": {"x": [1, "]"]}},
              {"id": "2", "email": "nobody"},
              {"id": "3", "email": "c@customer.example", "name": "Cy \"]}\" \\"}, 17,
              {"id": "4", "email" "d@customer.example"},
              {"id": "5", "email": "e@customer.example", "components": {}},
              {
                "id": "6",
                "email": "f@customer.example", "name": null
              }
            ]

            """;
        foreach (var piece in new[] { 1, 3, 100_000 })
        {
            var rows = await ArrayAsync(Body.Of(text, piece));

            Assert.Equal(["1", "3", "6"], rows.Where(row => row.Customer is not null).Select(row => row.Customer!.Id));
            Assert.Equal(["checkout", "search"], rows[0].Customer!.Components);
            Assert.Equal(["beta", "vip"], rows[0].Customer!.Tags);
            Assert.Equal("Cy \"]}\" \\", rows[2].Customer!.Name);
            Assert.Equal(
                [(3, "email-invalid"), (4, "json-invalid"), (5, "json-invalid"), (6, "json-invalid")],
                rows.Where(row => row.Problem is not null).Select(row => (row.Problem!.Line, row.Problem.Reason))
            );
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData(" [ ] \n")]
    public async Task An_empty_array_has_no_rows(string text) => Assert.Empty(await ArrayAsync(Body.Of(text)));

    [Theory]
    [InlineData("", 1, "The body is not a JSON array.")]
    [InlineData("\n{}", 2, "The body is not a JSON array.")]
    [InlineData("[{\"id\":\"1\"", 1, "The array does not end.")]
    [InlineData("[]\n\nx y", 3, "Something stands behind the array.")]
    public async Task A_body_that_is_no_array_is_one_problem(string text, int line, string detail)
    {
        var problem = Assert.Single(await ArrayAsync(Body.Of(text))).Problem!;

        Assert.Equal((line, "json-invalid", detail), (problem.Line, problem.Reason, problem.Detail));
    }

    [Fact]
    public async Task An_array_may_begin_with_a_byte_order_mark()
    {
        var body = new Body([.. Encoding.UTF8.Preamble, .. "[{\"id\":\"1\",\"email\":\"a@customer.example\"}]"u8]);

        Assert.Equal("1", Assert.Single(await ArrayAsync(body)).Customer!.Id);
    }

    [Fact]
    public async Task An_element_that_is_too_long_is_passed_over()
    {
        var text =
            $$"""[{"id":"1","email":"a@customer.example","name":"{{new string('x', 70_000)}}"},{"id":"2","email":"b@customer.example"}]""";

        var rows = await ArrayAsync(Body.Of(text, 1_000));

        Assert.Equal("line-too-long", rows[0].Problem!.Reason);
        Assert.Equal("2", rows[1].Customer!.Id);
    }

    [Fact]
    public async Task Lines_are_read_one_by_one_and_bad_ones_are_named()
    {
        var text =
            "{\"id\":\"1\",\"email\":\"a@customer.example\"}\r\n\r\nnot json\n[]\n{\"id\":\"2\",\"email\":\"\\ud800\"}\n{\"id\":\"3\",\"email\":\"c@customer.example\"}";

        var rows = await Body.ListAsync(JsonCustomers.ReadLinesAsync(Body.Of(text), CancellationToken.None));

        Assert.Equal(["1", "3"], rows.Where(row => row.Customer is not null).Select(row => row.Customer!.Id));
        Assert.Equal(
            [(3, "json-invalid"), (4, "json-invalid"), (5, "json-invalid")],
            rows.Where(row => row.Problem is not null).Select(row => (row.Problem!.Line, row.Problem.Reason))
        );
    }

    private static Task<List<ImportRow>> ArrayAsync(Body body) =>
        Body.ListAsync(JsonCustomers.ReadArrayAsync(body, CancellationToken.None));
}
