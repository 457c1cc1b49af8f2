using FloorManager.Web.Resources;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Api;

/// <summary>What the caller sees of a fault of the program: a sentence, never a stack trace. The framework has logged the fault.</summary>
public static class Errors
{
    /// <summary>A person who opened an address, as opposed to a script that gets a status.</summary>
    public static bool IsPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    /// <summary>Routing says by a bare status that an address or a method is none; scripts get the sentence with it.</summary>
    public static Task Explain(StatusCodeContext bare)
    {
        var context = bare.HttpContext;
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
        return context.Response.StatusCode switch
        {
            404 => FloorApi.Problem(404, "unknown-address", texts["Error.UnknownAddress"]).ExecuteAsync(context),
            405 => FloorApi.Problem(405, "wrong-method", texts["Error.WrongMethod", $"{context.Response.Headers.Allow}"]).ExecuteAsync(context),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>A form of a page, which the framework refuses without a word.</summary>
    public static bool IsForm(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType;

    public static Task ExplainForm(StatusCodeContext bare) => bare.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest
        ? Page(bare.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>()["Error.StaleForm"], StatusCodes.Status400BadRequest).ExecuteAsync(bare.HttpContext)
        : Task.CompletedTask;

    /// <summary>A sentence for a person, where no page can be made.</summary>
    public static IResult Page(string sentence, int status) =>
        Results.Content($"<!DOCTYPE html><html><title>FloorManager</title><p>{System.Net.WebUtility.HtmlEncode(sentence)}</p></html>", "text/html; charset=utf-8", statusCode: status);

    public static void Answer(IApplicationBuilder app) => app.Run(context =>
    {
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
        // A body that could not be read is the caller's fault and says so by its own status.
        return context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException { StatusCode: var status }
            ? (status == StatusCodes.Status413PayloadTooLarge
                ? FloorApi.Problem(status, "body-too-large", texts["Error.BodyTooLarge", Limits.LargestBody / 1024])
                : FloorApi.Problem(status, "malformed", texts["Error.NotJson"])).ExecuteAsync(context)
            : FloorApi.Problem(StatusCodes.Status500InternalServerError, "unexpected", texts["Error.Unexpected"]).ExecuteAsync(context);
    });
}
