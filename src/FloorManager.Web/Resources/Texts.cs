namespace FloorManager.Web.Resources;

/// <summary>Names the sentences that the door, the hub and the API say; they stand in the files beside this one, one a language.</summary>
public sealed class Texts;
