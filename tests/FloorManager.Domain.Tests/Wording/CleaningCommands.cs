using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Wording;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Wording;

/// <summary>Whoever submits: a form, the API, an importer, a program of their own.</summary>
public sealed class CleaningCommands : Specification
{
    private const string Dirty = " \u202Eno\u200Bt\0 \r\n\tclean" + "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301";

    /// <summary>What must be one of the hearing's own, or the command is refused.</summary>
    private static readonly string[] References = ["Category", "RegionalGroup", "Seat"];

    /// <summary>All but the one that takes the signs of an address only.</summary>
    public static TheoryData<Type> Commands => [.. typeof(HearingCommand).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(HearingCommand)) && t != typeof(NameScreen))];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_text_of_every_command_is_clean_before_a_rule_sees_it(Type command)
    {
        var clean = CleanCommand.Of(AHearing.SetUp.State, (HearingCommand)Make(command)!);
        Assert.DoesNotContain(Texts(clean, ""), t => CleanText.Lines(t.Text) != t.Text);
    }

    [Fact]
    public void A_name_is_registered_as_it_is_seen() =>
        Given(AHearing.SetUp).When(new RegisterParticipants([Stranger with { Id = new("p-9\u200B"), FullName = "\u202EStranger\u202C\0", Delegation = " Now\u00ADhere\r\n" }]))
            .Then(new ParticipantsRegistered([Stranger]));

    /// <summary>Whoever edits a segment knows by it that nobody else has changed it meanwhile.</summary>
    [Fact]
    public void What_is_clean_is_the_very_same()
    {
        foreach (var command in new HearingCommand[] { new SetProgramme(Meetings), new ChangeHearing(Details), new RegisterParticipants(Everybody), new SetSeatPlan(SeatPlan) })
            Assert.Equal(command, CleanCommand.Of(AHearing.SetUp.State, command));
    }

    [Fact]
    public void A_name_of_what_is_not_seen_is_none() =>
        Given(AHearing.SetUp).When(new RegisterParticipants([Stranger with { FullName = "\u200B\u3164\u2060" }])).ThenRefused(new ParticipantInvalid(Stranger.Id, "full_name"));

    [Fact]
    public void What_is_too_long_is_measured_as_it_is_seen() =>
        Given(AHearing.SetUp).When(new RegisterParticipants([Stranger with { FullName = $"S{new string('\u0336', 5_000)}" }]))
            .Then(new ParticipantsRegistered([Stranger with { FullName = "S\u0336\u0336\u0336\u0336" }]));

    [Fact]
    public void A_message_is_one_line_and_the_same_one_in_disguise_changes_nothing()
    {
        var told = AHearing.SetUp.Had(new ShowMessage("We resume at 15:00"));
        Given(AHearing.SetUp).When(new ShowMessage("We resume\r\nat \u206615:00\u2069")).Then(new MessageShown("We resume at 15:00"));
        Given(told).When(new ShowMessage("We resume\r\nat \u206615:00\u2069")).ThenNothing();
    }

    [Fact]
    public void What_a_hearing_of_old_calls_somebody_by_stays()
    {
        var old = AHearing.SetUp with { State = AHearing.SetUp.State.After(new JournalEntry(AHearing.SetUp.State.Version + 1, new(Number(900)), Desk, TenOClock, [new ParticipantsRegistered([Odd])])) };
        Assert.Equal("Stran\u200Bger", old.State.Participants[Odd.Id].FullName);
        Given(old).When(new RegisterParticipants([Odd with { Delegation = "Elsewhere" }])).Then(new ParticipantsRegistered([Odd with { FullName = "Stranger", Delegation = "Elsewhere" }]));
    }

    [Fact]
    public void A_note_of_old_is_reworded_by_whoever_has_seen_it()
    {
        var noted = AHearing.InThePanel.Speaking(Amina).Had(new NoteRecommendation(FloorOf(Amina), "Ratify"), Number(901));
        Given(noted with { State = noted.State with { Recommendations = [noted.State.Recommendations[0] with { Text = "Ra\u00ADtify" }] } })
            .When(new RewordRecommendation(new(Number(901)), "Ratify\r\nsoon", Was: "Ra\u00ADtify"))
            .Then(new RecommendationReworded(new(Number(901)), null, "Ratify\nsoon"));
    }

    private static readonly Participant Odd = Stranger with { Id = new("p-9\u200B"), FullName = "Stran\u200Bger" };

    private static object? Make(Type type)
    {
        if (type == typeof(string)) return Dirty;
        if (Nullable.GetUnderlyingType(type) is not null || type.IsEnum || type.Namespace == "System") return type.IsValueType ? Activator.CreateInstance(type) : null;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var one = Array.CreateInstance(type.GenericTypeArguments[0], 1);
            one.SetValue(Make(type.GenericTypeArguments[0]), 0);
            return typeof(ImmutableArray).GetMethods().Single(m => m.Name == nameof(ImmutableArray.Create) && m.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(type.GenericTypeArguments[0]).Invoke(null, [one]);
        }

        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType))]);
    }

    /// <summary>All texts in it, but for those by which it refers to something.</summary>
    private static IEnumerable<(string Path, string Text)> Texts(object? from, string path)
    {
        if (from is string text) return [(path, text)];
        if (from is null || from.GetType().Namespace == "System" || from.GetType().IsEnum) return [];
        if (from is IEnumerable all) return all.Cast<object>().SelectMany(one => Texts(one, path));
        var defines = from.GetType().GetProperty("Id") is not null || from is Seating.Seat;
        return from.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && !References.Contains(p.Name) && (p.PropertyType.GetProperty("Value") is null || (defines && p.Name is "Id" or "Label")))
            .SelectMany(p => Texts(p.GetValue(from), $"{path}.{p.Name}"));
    }
}
