using System.Text.Json.Nodes;
using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FloorManager.Web.Api;

/// <summary>
/// What <c>/openapi/v1.json</c> tells beyond what the generator sees by itself: the commands, by the very table they are read with, the bearer token,
/// the reason of a problem, and how an id is written.
/// </summary>
public static class Description
{
    public static IServiceCollection AddDescription(this IServiceCollection services) => services.AddOpenApi(o => o
        .AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "FloorManager";
            document.AddComponent(SignIn.Bearer, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" });
            return Task.CompletedTask;
        })
        .AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(ProblemDetails)) schema.Properties!["reason"] = new OpenApiSchema { Type = JsonSchemaType.String };
            if (type.IsEnum) (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Enum.GetNames(type).Select(name => (JsonNode)name)]);
            if (HearingJson.WrittenAs(type) is { } written) DescribeId(schema, written);
            return Task.CompletedTask;
        }));

    // The generator cannot look into a converter. That an id or a name may be null it adds by itself where it is answered; a command leaves it out.
    private static void DescribeId(OpenApiSchema schema, Type written)
    {
        schema.Type = JsonSchemaType.String;
        if (written == typeof(Guid)) schema.Format = "uuid";
        else (schema.MinLength, schema.MaxLength) = (1, HearingJson.LongestId);
    }

    public static Task Token(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(SignIn.Bearer, context.Document)] = [] }];
        return Task.CompletedTask;
    }

    /// <summary>What the hearing publishes is anybody's.</summary>
    public static Task OrNone(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        operation.Security!.Add([]);
        return Task.CompletedTask;
    }

    /// <summary>The body is one of the commands, told apart by <c>type</c>.</summary>
    public static async Task Commands(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        var body = new OpenApiSchema
        {
            OneOf = [],
            Discriminator = new() { PropertyName = "type", Mapping = new Dictionary<string, OpenApiSchemaReference>(StringComparer.Ordinal) },
        };
        foreach (var (name, type) in CommandNames.Types.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            context.Document!.AddComponent(name, Command(name, type, await context.GetOrCreateSchemaAsync(type, null, stop)));
            body.OneOf.Add(body.Discriminator.Mapping[name] = new OpenApiSchemaReference(name, context.Document));
        }

        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = body } },
        };
    }

    private static OpenApiSchema Command(string name, Type type, OpenApiSchema schema)
    {
        var fields = CommandNames.Fields(type);
        var properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["id"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Const = name },
        };
        foreach (var field in fields) properties[CommandNames.NameOf(field)] = schema.Properties![CommandNames.NameOf(field)];
        schema.Properties = properties;
        var required = fields.Where(f => !f.HasDefaultValue).Select(CommandNames.NameOf);
        schema.Required = new HashSet<string>(["id", "type", .. required], StringComparer.Ordinal);
        schema.AdditionalPropertiesAllowed = false;
        return schema;
    }
}
