using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Resources;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Api;

/// <summary>Who calls the API, and what somebody is told who may do nothing at all.</summary>
public static class Caller
{
    /// <summary>The grants that still stand, newest last: a cookie outlives its credential.</summary>
    public static async Task<IReadOnlyList<Grant>> Grants(HttpContext context, Hearings hearings)
    {
        var standing = new List<Grant>();
        foreach (var grant in Grant.Of(context.User))
            if (await hearings.Stands(grant, context.RequestAborted)) standing.Add(grant);
        return standing;
    }

    /// <summary>RFC 6750, section 3: whoever sent nothing is told the scheme alone; whoever sent something, that it is not valid.</summary>
    public static async Task<IResult> NotSignedIn(HttpContext context, IStringLocalizer<Texts> texts)
    {
        var nothingSent = (await context.AuthenticateAsync()).None;
        context.Response.Headers.WWWAuthenticate = nothingSent ? "Bearer" : "Bearer error=\"invalid_token\"";
        return nothingSent
            ? FloorApi.Problem(StatusCodes.Status401Unauthorized, "sign-in-first", texts["Answer.SignInFirst"])
            : FloorApi.Problem(StatusCodes.Status401Unauthorized, "unknown-token", texts["Answer.UnknownToken"]);
    }
}
