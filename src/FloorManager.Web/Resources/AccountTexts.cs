namespace FloorManager.Web.Resources;

/// <summary>Names the words of signing in and of accounts; they stand in the files beside this one, one a language.</summary>
public sealed class AccountTexts;
