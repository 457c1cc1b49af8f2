using System.Security;

namespace FloorManager.Web.Exports;

/// <summary>What a paper for word processors has beside its text: how it looks, and its page numbers.</summary>
internal static class PaperStyles
{
    private const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public const string Settings = $"<w:settings {Space}><w:defaultTabStop w:val=\"720\"/></w:settings>";

    /// <summary>Headings stay with what follows them. Sizes are in half points, distances in twentieths of one.</summary>
    public static string Styles(RecordWords words) =>
        $"""
        <w:styles {Space}>
        <w:docDefaults>
        <w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Microsoft YaHei" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="23"/><w:lang w:val="{Spelling(words)}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
        <w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>
        </w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        {Paragraph("Title", "Title", "<w:keepNext/><w:spacing w:after=\"200\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/><w:sz w:val=\"38\"/><w:szCs w:val=\"40\"/>")}
        {Paragraph("Subtitle", "Subtitle", "<w:keepNext/><w:spacing w:after=\"40\"/>", "<w:color w:val=\"00507A\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"26\"/>")}
        {Paragraph("Heading1", "heading 1", "<w:keepNext/><w:keepLines/><w:pBdr><w:top w:val=\"single\" w:sz=\"12\" w:space=\"6\" w:color=\"00507A\"/></w:pBdr><w:spacing w:before=\"480\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"0\"/>", "<w:b/><w:bCs/><w:sz w:val=\"30\"/><w:szCs w:val=\"32\"/>")}
        {Paragraph("Heading2", "heading 2", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>", "<w:b/><w:bCs/><w:color w:val=\"00507A\"/><w:sz w:val=\"25\"/><w:szCs w:val=\"27\"/>")}
        {Paragraph("Heading3", "heading 3", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"180\" w:after=\"60\"/><w:outlineLvl w:val=\"2\"/>", "<w:b/><w:bCs/>")}
        {Paragraph("ListNumber", "List Number", "<w:keepLines/><w:spacing w:after=\"40\"/>", "")}
        {Paragraph("Source", "Source", "<w:spacing w:after=\"120\"/><w:ind w:left=\"454\"/>", "<w:color w:val=\"3C4A56\"/><w:sz w:val=\"19\"/><w:szCs w:val=\"21\"/>")}
        {Paragraph("Written", "Written", "<w:spacing w:after=\"100\"/><w:ind w:left=\"284\"/>", "")}
        {Paragraph("Cell", "Cell", "<w:keepLines/><w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"20\"/>")}
        {Paragraph("Number", "Number", "<w:keepLines/><w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"right\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"20\"/>")}
        {Paragraph("TableLabel", "Table label", "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/>", "<w:b/><w:bCs/><w:sz w:val=\"19\"/><w:szCs w:val=\"21\"/>")}
        {Paragraph("AfterTable", "After table", "<w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>", "<w:sz w:val=\"8\"/><w:szCs w:val=\"8\"/>")}
        {Paragraph("Footer", "footer", "<w:jc w:val=\"center\"/>", "<w:color w:val=\"3C4A56\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"19\"/>")}
        <w:style w:type="table" w:customStyle="1" w:styleId="FloorFacts"><w:name w:val="Floor facts"/><w:basedOn w:val="TableNormal"/></w:style>
        <w:style w:type="table" w:customStyle="1" w:styleId="FloorTable"><w:name w:val="Floor table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="00507A"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="8496A5"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="CBD5DD"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E8EEF2"/></w:tcPr></w:tblStylePr></w:style>
        </w:styles>
        """;

    /// <summary>Each list begins with 1.</summary>
    public static string Numbering(int lists) =>
        $"""
        <w:numbering {Space}>
        <w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="454" w:hanging="454"/></w:pPr></w:lvl></w:abstractNum>
        {string.Concat(Enumerable.Range(1, lists).Select(n => $"<w:num w:numId=\"{n}\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"))}
        </w:numbering>
        """;

    public static string Footer(Paper paper) =>
        $"""
        <w:ftr {Space}><w:p><w:pPr><w:pStyle w:val="Footer"/>{(paper.Words.IsRightToLeft ? "<w:bidi/>" : "")}</w:pPr>{Runs(paper.Words, paper.Subject)}{Runs(paper.Words, " · ")}{Pages(paper.Words)}</w:p></w:ftr>
        """;

    private static string Pages(RecordWords words) => string.Concat(words["Paper.Page"].Split(["{", "}"], StringSplitOptions.None).Select(part => part switch
    {
        "0" => "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>",
        "1" => "<w:fldSimple w:instr=\" NUMPAGES \"><w:r><w:t>1</w:t></w:r></w:fldSimple>",
        _ => Runs(words, part),
    }));

    private static string Runs(RecordWords words, string text) =>
        text.Length == 0 ? "" : $"<w:r>{(words.IsRightToLeft ? "<w:rPr><w:rtl/></w:rPr>" : "")}<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    private static string Paragraph(string id, string name, string paragraph, string run) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"{(IsOwn(id) ? " w:customStyle=\"1\"" : "")}><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>";

    private static bool IsOwn(string id) => id is "Source" or "Written" or "Cell" or "Number" or "TableLabel" or "AfterTable";

    /// <summary>Word processors check the spelling by that of a country. Latin letters in an Arabic or Chinese document are checked as English; its own have the other tags.</summary>
    private static string Spelling(RecordWords words) => words.Tag switch
    {
        "fr" => "fr-FR",
        "es" => "es-ES",
        "ru" => "ru-RU",
        _ => "en-GB",
    };
}
