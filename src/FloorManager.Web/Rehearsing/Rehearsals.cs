using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Rehearsing;

/// <summary>
/// Makes a hearing to rehearse in: a copy of another one that begins in a moment, with all its lengths divided by the speed. Its clock is that of every hearing:
/// at thirty times the speed a speaker has six seconds instead of three minutes.
/// </summary>
public sealed class Rehearsals(Hearings hearings, SteadyClock clock, IStringLocalizer<ScreenTexts> texts)
{
    /// <summary>Faster, and three minutes would be shorter than a limit may be.</summary>
    public const int Fastest = 36;

    /// <summary>Before the first meeting delegations ask at the office and at the desk.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromMinutes(10);

    /// <summary>Nobody watches an empty chamber: a longer break or night is as long as this.</summary>
    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(15);

    /// <summary>To open a screen or two.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(5);

    /// <summary>The answer to the first command that was not done, or to the last.</summary>
    public async Task<Answer> Make(Grant by, Hearing from, string name, int speed, CancellationToken stop = default)
    {
        var details = from.Details! with
        {
            ShortName = name,
            Title = Shortened(texts["Rehearsal.Title", from.Details!.Title]),
            Rules = Faster(from.Details.Rules, speed),
            PresenceNeeded = false,
            IsRehearsal = true,
        };
        var first = await hearings.Submit(name, by, new(Guid.NewGuid()), new HearingCommand.SetUpHearing(details), stop);
        // One that is there already is another's.
        if (first is not Answer.Done { Changed: true }) return first is Answer.Done ? new Answer.Refused(new Refusal.AlreadySetUp(details.Title)) : first;
        var answer = first;
        foreach (var command in HearingCopy.Of(from, Faster(from, speed, clock.UtcNow + Lead + (Before / speed)), seats: true, participants: true))
        {
            answer = await hearings.Submit(name, by, new(Guid.NewGuid()), command is HearingCommand.RegisterParticipants all ? new HearingCommand.RegisterParticipants([.. all.Participants.Select(Known)]) : command, stop);
            if (answer is Answer.Done) continue;
            // Half a hearing is nobody's: it is put away, and the sentence says what was in the way.
            await hearings.Submit(name, by, new(Guid.NewGuid()), new HearingCommand.ArchiveHearing(), stop);
            return answer;
        }

        return answer;
    }

    private static string Shortened(string title) => title.Length > HearingDetails.LongestTitle ? title[..HearingDetails.LongestTitle] : title;

    private static FloorRules Faster(FloorRules rules, int speed) =>
        new FloorRules(Length(rules.Limit, speed), TimeSpan.Zero, rules.StartsAtOnce, rules.PointsOfOrder, rules.RightsOfReply, rules.GraceTime / speed) with { Warning = Whole(rules.Warning / speed) };

    /// <summary>Of a person what is on their name plate, and nothing that is theirs alone.</summary>
    private static Participant Known(Participant p) => p with { Gender = null, Pronunciation = "", Accommodation = null };

    private static ImmutableArray<Meeting> Faster(Hearing from, int speed, DateTimeOffset start)
    {
        var (at, before, moved) = (start, from.Segments.Select(s => s.StartsAt).DefaultIfEmpty(start).Min(), new Dictionary<SegmentId, Segment>());
        foreach (var segment in from.Segments.OrderBy(s => s.StartsAt))
        {
            var gap = segment.StartsAt - before;
            var length = segment.EndsAt - segment.StartsAt;
            at += Whole(Shorter(gap > TimeSpan.Zero ? gap : TimeSpan.Zero) / speed);
            moved[segment.Id] = segment with
            {
                StartsAt = at,
                EndsAt = at + Whole((segment.Kind == SegmentKind.Break ? Shorter(length) : length) / speed),
                Rules = segment.Rules is { } own ? Faster(own, speed) : null,
                Podium = [.. segment.Podium.Select(p => p with { AnnouncedLength = Length(p.AnnouncedLength, speed) })],
            };
            (at, before) = (moved[segment.Id].EndsAt, segment.EndsAt);
        }

        return [.. from.Meetings.Select(m => m with { Segments = [.. m.Segments.Select(s => moved[s.Id])] })];

        static TimeSpan Shorter(TimeSpan pause) => pause > LongestBreak ? LongestBreak : pause;
    }

    private static TimeSpan Length(TimeSpan length, int speed) => Whole(length / speed) is var faster && faster > FloorRules.ShortestLimit ? faster : FloorRules.ShortestLimit;

    /// <summary>To the millisecond, as instants are kept.</summary>
    private static TimeSpan Whole(TimeSpan length) => TimeSpan.FromMilliseconds(Math.Max(1, Math.Round(length.TotalMilliseconds)));
}
