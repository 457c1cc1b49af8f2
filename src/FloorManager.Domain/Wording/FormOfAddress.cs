namespace FloorManager.Domain.Wording;

/// <summary>How somebody is called: the form of address such as "H.E. Mr." before the name, unless it stands there already. A mononym is a name.</summary>
public static class FormOfAddress
{
    public static string With(string style, string name) =>
        style.Length == 0 || $" {name}".Contains($" {style} ", StringComparison.OrdinalIgnoreCase) ? name : $"{style} {name}";
}
