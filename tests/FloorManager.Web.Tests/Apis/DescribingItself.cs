using System.Text;
using System.Text.Json.Nodes;
using FloorManager.Web.Api;
using Xunit;

namespace FloorManager.Web.Tests.Apis;

/// <summary>What <c>/openapi/v1.json</c> says is what the API does: a script written by it alone works.</summary>
public sealed class DescribingItself(DescribingItself.Described served) : IClassFixture<DescribingItself.Described>
{
    private const string Commands = "/api/v1/hearings/{hearing}/commands";

    private readonly JsonObject _api = served.Api;

    public static TheoryData<string> Names => [.. CommandNames.Types.Keys];

    [Fact]
    public void The_commands_it_takes_are_the_commands_it_describes()
    {
        var body = Body();
        Assert.Equal("type", (string?)body["discriminator"]!["propertyName"]);
        var mapped = body["discriminator"]!["mapping"]!.AsObject();
        Assert.Equal(CommandNames.Types.Keys.Order(StringComparer.Ordinal), mapped.Select(m => m.Key).Order(StringComparer.Ordinal));
        Assert.Equal(mapped.Select(m => (string?)m.Value), body["oneOf"]!.AsArray().Select(o => (string?)o!["$ref"]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_command_has_the_fields_it_is_read_with_and_no_others(string name)
    {
        var schema = Command(name);
        var fields = CommandNames.Fields(CommandNames.Types[name]).ToArray();
        Assert.Equal(["id", "type", .. fields.Select(CommandNames.NameOf)], schema["properties"]!.AsObject().Select(p => p.Key));
        Assert.Equal(
            ["id", "type", .. fields.Where(f => !f.HasDefaultValue).Select(CommandNames.NameOf)], schema["required"]!.AsArray().Select(r => (string?)r));
        Assert.Equal(name, (string?)schema["properties"]!["type"]!["const"]);
        Assert.False((bool?)schema["additionalProperties"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_command_made_by_the_description_alone_is_read(string name)
    {
        var body = new JsonObject(Command(name)["properties"]!.AsObject().Select(p => KeyValuePair.Create(p.Key, Example(p.Value!))));
        var read = CommandNames.Read(Encoding.UTF8.GetBytes(body.ToJsonString()));
        Assert.Equal((null, null), (read.Fault, read.Field));
        Assert.IsType(CommandNames.Types[name], read.Command);
    }

    [Theory]
    [InlineData("recognise", "requestId", """{"format":"uuid","type":"string"}""")]
    [InlineData("recognise", "participantId", """{"maxLength":64,"minLength":1,"type":"string"}""")]
    [InlineData("raise-request", "seat", """{"maxLength":64,"minLength":1,"type":"string"}""")]
    [InlineData("adjust-clock", "seconds", """{"format":"int32","type":"integer"}""")]
    [InlineData("raise-request", "channel", """{"enum":["Office","Desk","Seat"],"type":"string"}""")]
    [InlineData("set-phase", "phase", """{"enum":["Introduction","PanellistRemarks","InteractiveExchange","ConcludingRemarks"]}""")]
    public void A_field_has_its_type(string command, string field, string expected)
    {
        var schema = NotNull(Command(command)["properties"]![field]!);
        foreach (var (key, value) in JsonNode.Parse(expected)!.AsObject()) Assert.Equal(value!.ToJsonString(), schema[key]?.ToJsonString());
    }

    [Fact]
    public void A_command_is_answered_with_a_version_or_a_problem_with_its_reason()
    {
        var answers = _api["paths"]![Commands]!["post"]!["responses"]!.AsObject();
        Assert.Equal(["200", "400", "401", "403", "404", "409", "413", "429", "500", "503"], answers.Select(a => a.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["version", "stillNamed"], Resolve(answers["200"]!["content"]!["application/json"]!["schema"]!)["properties"]!.AsObject().Select(p => p.Key));
        foreach (var (_, answer) in answers.Where(a => a.Key != "200"))
            Assert.Contains("reason", Resolve(answer!["content"]!["application/problem+json"]!["schema"]!)["properties"]!.AsObject());
    }

    [Fact]
    public void What_is_read_has_its_fields_and_a_token_opens_everything()
    {
        Assert.Equal("bearer", (string?)_api["components"]!["securitySchemes"]!["Bearer"]!["scheme"]);
        foreach (var (address, methods) in _api["paths"]!.AsObject().Where(p => p.Key.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var (_, operation) in methods!.AsObject())
            {
                Assert.Contains(operation!["security"]!.AsArray(), s => s!.AsObject().ContainsKey("Bearer"));
                var content = (operation["responses"]!["200"] ?? operation["responses"]!["201"])!["content"]!.AsObject();
                if ((address.EndsWith("/archive", StringComparison.Ordinal) ? ".zip" : Path.GetExtension(address)) is { Length: > 0 } kind)
                {
                    Assert.Equal(
                        kind switch { ".ics" => "text/calendar", ".csv" => "text/csv", ".jsonl" => "application/x-ndjson", ".xlsx" => Web.Imports.Workbook.MediaType, ".zip" => "application/zip", ".docx" => Web.Exports.PaperDocx.MediaType, ".html" => "text/html", _ => "application/json" },
                        Assert.Single(content).Key);
                    continue;
                }

                var schema = Resolve(content["application/json"]!["schema"]!);
                Assert.True((schema["items"] is { } items ? Resolve(items) : schema).ContainsKey("properties") || schema.ContainsKey("anyOf"), address);
            }
        }
    }

    [Fact]
    public void What_the_hearing_publishes_needs_no_token() =>
        Assert.Contains(
            _api["paths"]!["/api/v1/hearings/{hearing}/state"]!["get"]!["security"]!.AsArray(), s => s!.AsObject().Count == 0);

    private JsonObject Body() => Resolve(_api["paths"]![Commands]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!);

    private JsonObject Command(string name) => Resolve(new JsonObject { ["$ref"] = (string?)Body()["discriminator"]!["mapping"]![name] });

    private JsonObject Resolve(JsonNode schema) =>
        (string?)schema["$ref"] is { } to ? to.Split('/')[1..].Aggregate<string, JsonNode>(_api, (node, step) => node[step]!).AsObject() : schema.AsObject();

    private JsonObject NotNull(JsonNode schema)
    {
        var one = (schema["oneOf"] ?? schema["anyOf"])?.AsArray().First(s => (string?)s!["type"] != "null") ?? schema;
        var plain = Resolve(one).DeepClone().AsObject();
        if (plain["type"] is JsonArray types) plain["type"] = (string?)types.First(t => (string?)t != "null");
        return plain;
    }

    private JsonNode? Example(JsonNode schema)
    {
        var plain = NotNull(schema);
        return plain["const"]?.DeepClone() ?? plain["enum"]?[0]?.DeepClone() ?? ((string?)plain["type"], (string?)plain["format"]) switch
        {
            ("string", "uuid") => Guid.NewGuid().ToString(),
            ("string", "date-time") => "2017-07-26T14:00:00Z",
            ("string", _) => "x",
            ("integer", _) => 1,
            ("boolean", _) => true,
            var other => throw new InvalidOperationException($"No example of {other}."),
        };
    }

    /// <summary>One server for all: it only describes.</summary>
    public sealed class Described : IAsyncLifetime
    {
        public JsonObject Api { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            using var server = new FloorServer();
            Api = JsonNode.Parse(await server.CreateClient().GetStringAsync("/openapi/v1.json"))!.AsObject();
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
