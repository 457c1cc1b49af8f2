namespace FloorManager.Web.Resources;

/// <summary>The sentences of the importer; the keys are <see cref="FloorManager.Web.Imports.ImportCodes"/>.</summary>
public sealed class ImportTexts;
