namespace FloorManager.Domain.Requests;

/// <summary>What somebody who was not reached handed in in writing instead.</summary>
/// <param name="Request">The wish to speak that lapsed.</param>
/// <param name="HandedInAt">The last time, UTC.</param>
public sealed record Contribution(RequestId Request, string Text, DateTimeOffset HandedInAt);
