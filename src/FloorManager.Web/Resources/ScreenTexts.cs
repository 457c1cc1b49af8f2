namespace FloorManager.Web.Resources;

/// <summary>Names the words on the screens; they stand in the files beside this one, one a language.</summary>
public sealed class ScreenTexts;
