using System.Text;
using FloorManager.Domain.Programme;
using FloorManager.Web.Imports;
using Xunit;

namespace FloorManager.Web.Tests.Imports;

public class ImportingAProgramme
{
    private const string Good = """
        {
          "hearing": {
            "shortName": "tea-2026", "title": "Tea", "timeZone": "America/New_York",
            "rules": { "limit": "2:00", "warning": "0:20" }
          },
          "meetings": [
            { "title": "Morning", "segments": [
              { "id": "opening", "kind": "Opening", "title": "Opening", "starts": "2026-03-07T10:00", "ends": "2026-03-07T10:15",
                "speakers": [ { "id": "li", "name": "Li", "length": "7:30" } ] },
              { "id": "panel-1", "kind": "Panel", "title": "Panel", "starts": "2026-03-07T10:15", "ends": "2026-03-07T11:00",
                "moderator": { "id": "bo", "name": "Bo" }, "topics": [ { "id": "t1", "text": "Why?" } ] }
            ] }
          ]
        }
        """;

    private static ImportResult<ProgrammeFile> Read(string file) => ProgrammeFile.Read(Encoding.UTF8.GetBytes(file));

    [Fact]
    public void What_is_left_out_takes_its_default()
    {
        var read = Read("\uFEFF" + Good);

        Assert.Empty(read.Faults);
        Assert.Equal(new FloorRules(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20)), read.Value!.SetUp.Details.Rules);
        Assert.Equal(["en"], read.Value.SetUp.Details.Languages);
        var (opening, panel) = (read.Value.Programme.Meetings[0].Segments[0], read.Value.Programme.Meetings[0].Segments[1]);
        Assert.Equal(TimeSpan.FromSeconds(450), opening.Podium[0].AnnouncedLength);
        Assert.Equal(TimeSpan.FromMinutes(5), panel.Podium[0].AnnouncedLength);
        Assert.Equal(new DateTimeOffset(2026, 3, 7, 15, 0, 0, TimeSpan.Zero), opening.StartsAt);
    }

    [Fact]
    public void The_procedure_of_the_floor_is_data()
    {
        var read = Read(Good.Replace("\"0:20\" }", "\"0:20\", \"startsAtOnce\": true, \"pointsOfOrder\": false, \"rightsOfReply\": \"AtMeetingEnd\" }", StringComparison.Ordinal));
        var rules = new FloorRules(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20), StartsAtOnce: true, PointsOfOrder: false, RightsOfReply.AtMeetingEnd);
        Assert.Empty(read.Faults);
        Assert.Equal(rules, read.Value!.SetUp.Details.Rules);
    }

    [Theory]
    [InlineData("\"warning\": \"0:20\"", "\"warning\": \"0:20\", \"rightsOfReply\": \"Never\"", 4, "hearing.rules.rightsOfReply", ImportCodes.NotOneOf)]
    [InlineData("\"warning\": \"0:20\"", "\"warning\": \"0:20\", \"rightsOfReply\": \"1\"", 4, "hearing.rules.rightsOfReply", ImportCodes.NotOneOf)]
    [InlineData("\"title\": \"Tea\"", "\"title\": \" \"", 3, "hearing.title", ImportCodes.MissingValue)]
    [InlineData("\"title\": \"Tea\", ", "", 2, "hearing.title", ImportCodes.MissingValue)]
    [InlineData("tea-2026", "Tea 2026", 3, "hearing.shortName", ImportCodes.BadShortName)]
    [InlineData("\"title\": \"Tea\"", "\"titel\": \"Tea\", \"title\": \"Tea\"", 3, "hearing.titel", ImportCodes.UnknownField)]
    [InlineData("\"text\": \"Why?\"", "\"text\": \"Why?\", \"because\": {}", 11, "meetings[0].segments[1].topics[0].because", ImportCodes.UnknownField)]
    [InlineData("\"name\": \"Bo\"", "\"name\": \"Bo\", \"Name\": \"Bo\"", 11, "meetings[0].segments[1].moderator.Name", ImportCodes.UnknownField)]
    [InlineData("\"title\": \"Tea\"", "\"title\": \"Tea\", \"title\": \"Coffee\"", 3, "hearing.title", ImportCodes.DuplicateField)]
    [InlineData("\"title\": \"Tea\"", "\"title\": 7", 3, "hearing.title", ImportCodes.WrongType)]
    [InlineData("\"meetings\": [", "\"meetings\": [ null,", 6, "meetings[0]", ImportCodes.MissingValue)]
    [InlineData("\"limit\": \"2:00\"", "\"limit\": \"2\"", 4, "hearing.rules.limit", ImportCodes.BadLength)]
    [InlineData("\"limit\": \"2:00\"", "\"limit\": \"61:00\"", 4, "hearing.rules.limit", ImportCodes.OutOfBounds)]
    [InlineData("\"warning\": \"0:20\"", "\"warning\": \"2:20\"", 4, "hearing.rules.warning", ImportCodes.OutOfBounds)]
    [InlineData("\"length\": \"7:30\"", "\"length\": \"0:04\"", 9, "meetings[0].segments[0].speakers[0].length", ImportCodes.OutOfBounds)]
    [InlineData("America/New_York", "America/Atlantis", 3, "hearing.timeZone", ImportCodes.UnknownTimeZone)]
    [InlineData("America/New_York", "../zoneinfo/UTC", 3, "hearing.timeZone", ImportCodes.UnknownTimeZone)]
    [InlineData("America/New_York", "Eastern Standard Time", 3, "hearing.timeZone", ImportCodes.UnknownTimeZone)]
    [InlineData("America/New_York", "UTC-11", 3, "hearing.timeZone", ImportCodes.UnknownTimeZone)]
    [InlineData("America/New_York", "America", 3, "hearing.timeZone", ImportCodes.UnknownTimeZone)]
    [InlineData("2026-03-07T10:00", "7 March, 10:00", 8, "meetings[0].segments[0].starts", ImportCodes.BadTime)]
    [InlineData("2026-03-07T11:00", "2026-03-08T02:30", 10, "meetings[0].segments[1].ends", ImportCodes.TimeSkipped)]
    [InlineData("2026-03-07T11:00", "2026-11-01T01:30", 10, "meetings[0].segments[1].ends", ImportCodes.TimeAmbiguous)]
    [InlineData("2026-03-07T11:00", "2026-03-07T10:15", 10, "meetings[0].segments[1].ends", ImportCodes.EndsBeforeStart)]
    [InlineData("\"id\": \"bo\"", "\"id\": \"li\"", 11, "meetings[0].segments[1].moderator.id", ImportCodes.DuplicateId)]
    [InlineData("\"id\": \"panel-1\", ", "", 10, "meetings[0].segments[1].id", ImportCodes.MissingValue)]
    [InlineData("\"kind\": \"Panel\"", "\"kind\": \"1\"", 10, "meetings[0].segments[1].kind", ImportCodes.NotOneOf)]
    [InlineData("\"kind\": \"Opening\"", "\"kind\": \"Panel\"", 9, "meetings[0].segments[0].speakers", ImportCodes.NotForPanels)]
    [InlineData("\"speakers\"", "\"panellists\"", 9, "meetings[0].segments[0].panellists", ImportCodes.OnlyForPanels)]
    [InlineData("\"title\": \"Tea\"", "\"title\": \"Tea\", \"publicViews\": [\"chamber\", \"seat\"]", 3, "hearing.publicViews[1]", ImportCodes.NotOneOf)]
    [InlineData("\"title\": \"Tea\"", "\"title\": \"Tea\", \"languages\": [\"English\"]", 3, "hearing.languages[0]", ImportCodes.BadLanguage)]
    [InlineData("\"title\": \"Tea\"", "\"title\": \"Tea\", \"categories\": [{ \"code\": \"Guest\" }]", 3, "hearing.categories[0].stakeholder", ImportCodes.MissingValue)]
    [InlineData("\"title\": \"Tea\"", "\"title\": \"Tea\" oops", 3, "", ImportCodes.NotJson)]
    [InlineData("\"title\": \"Tea\"", "\"\\uD800\": \"Tea\"", 0, "", ImportCodes.NotJson)]
    public void A_bad_field_is_told_by_its_line_and_path_and_nothing_is_imported(string right, string wrong, int line, string path, string code)
    {
        Assert.Contains(right, Good);

        var read = Read(Good.Replace(right, wrong));

        Assert.Null(read.Value);
        var fault = Assert.Single(read.Faults);
        Assert.Equal((line, path, code), (fault.Row, fault.Column, fault.Code));
    }

    [Theory]
    [InlineData("null", ImportCodes.WrongType)]
    [InlineData("[]", ImportCodes.WrongType)]
    [InlineData("7", ImportCodes.WrongType)]
    [InlineData("{", ImportCodes.NotJson)]
    [InlineData("{\"hearing\": {\"title\": \"Tea", ImportCodes.NotJson)]
    [InlineData("", ImportCodes.FileEmpty)]
    [InlineData("{}", ImportCodes.MissingValue)]
    [InlineData("{ \"hearing\": null, \"meetings\": null }", ImportCodes.MissingValue)]
    [InlineData("{ \"hearing\": { \"title\": \"\\uD800\" } }", ImportCodes.WrongType)]
    public void What_is_no_programme_is_refused_with_a_reason(string file, string code)
    {
        var read = Read(file);

        Assert.Null(read.Value);
        Assert.Contains(read.Faults, f => f.Code == code);
    }

    [Fact]
    public void A_bottomless_file_is_not_JSON() =>
        Assert.Equal(ImportCodes.NotJson, Assert.Single(Read(string.Concat(Enumerable.Repeat("[", 100_000))).Faults).Code);

    [Fact]
    public void Without_its_time_zone_everything_else_is_still_checked()
    {
        var read = Read(Good.Replace("America/New_York", "Nowhere").Replace("\"text\": \"Why?\"", "\"text\": null"));

        Assert.Equal([ImportCodes.UnknownTimeZone, ImportCodes.MissingValue], read.Faults.Select(f => f.Code));
    }
}
