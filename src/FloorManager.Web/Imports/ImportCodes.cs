namespace FloorManager.Web.Imports;

/// <summary>Everything an importer may have to say. Each is the key of a sentence in <c>ImportTexts</c>, in every language.</summary>
public static class ImportCodes
{
    // The file as a whole.
    public const string FileMissing = "file-missing";
    public const string FileUnreadable = "file-unreadable";
    public const string FileEmpty = "file-empty";
    public const string FileTooLarge = "file-too-large";
    public const string NotUtf8 = "not-utf-8";
    public const string MoreFaults = "more-faults";
    public const string WrongEncoding = "wrong-encoding";

    // Workbooks.
    public const string ArchiveTooLarge = "archive-too-large";
    public const string BrokenWorkbook = "broken-workbook";
    public const string ErrorValue = "error-value";
    public const string Formula = "formula";
    public const string Macros = "macros";
    public const string OldOrEncrypted = "old-or-encrypted";

    // Tables.
    public const string BadQuotes = "bad-quotes";
    public const string MissingColumn = "missing-column";
    public const string UnknownColumn = "unknown-column";
    public const string DuplicateColumn = "duplicate-column";
    public const string CellWithoutHeading = "cell-without-heading";
    public const string NoRows = "no-rows";
    public const string TooManyRows = "too-many-rows";
    public const string TooManyColumns = "too-many-columns";
    public const string CellTooLong = "cell-too-long";

    // Values.
    public const string MissingValue = "missing-value";
    public const string TooLong = "too-long";
    public const string NotANumber = "not-a-number";
    public const string OutOfBounds = "out-of-bounds";
    public const string NotYesOrNo = "not-yes-or-no";
    public const string NotOneOf = "not-one-of";
    public const string BadLanguage = "bad-language";
    public const string DuplicateId = "duplicate-id";
    public const string DuplicatePerson = "duplicate-person";
    public const string SeveralOnRegister = "several-on-register";

    // Seats and who sits there.
    public const string UnknownCategory = "unknown-category";
    public const string DuplicateSeat = "duplicate-seat";
    public const string UnknownSeat = "unknown-seat";
    public const string SeatTaken = "seat-taken";

    // The programme.
    public const string NotJson = "not-json";
    public const string UnknownField = "unknown-field";
    public const string DuplicateField = "duplicate-field";
    public const string WrongType = "wrong-type";
    public const string BadShortName = "bad-short-name";
    public const string UnknownTimeZone = "unknown-time-zone";
    public const string BadTime = "bad-time";
    public const string BadDay = "bad-day";
    public const string BadClock = "bad-clock";
    public const string NoDay = "no-day";
    public const string MeetingFirst = "meeting-first";
    public const string SegmentFirst = "segment-first";
    public const string SecondModerator = "second-moderator";
    public const string TimeSkipped = "time-skipped";
    public const string TimeAmbiguous = "time-ambiguous";
    public const string BadLength = "bad-length";
    public const string EndsBeforeStart = "ends-before-start";
    public const string NoTable = "no-table";
    public const string OnlyForPanels = "only-for-panels";
    public const string NotForPanels = "not-for-panels";
}
