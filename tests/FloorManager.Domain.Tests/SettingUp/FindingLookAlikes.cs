using FloorManager.Domain.Participants;
using Xunit;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.SettingUp;

public sealed class FindingLookAlikes
{
    private static Participant Named(string id, string name, string delegation = "Network") => Dana with { Id = new(id), FullName = name, Delegation = delegation, Seat = null };

    private static string Told(LookAlike? odd) => odd switch
    {
        LookAlike.Mixed m => $"{m.Word}: {m.One} {m.Other}",
        LookAlike.Disguised d => $"{d.Word}: {d.Alphabet}",
        LookAlike.Double d => $"{d.Name} {d.Id}",
        _ => "",
    };

    [Theory]
    [InlineData("Реrи", "Peru", "Реrи: Latin Cyrillic")]
    [InlineData("Ana Nuñеz", "Peru", "Nuñеz: Latin Cyrillic")]
    [InlineData("Αna", "Peru", "Αna: Latin Greek")]
    [InlineData("Ana", "Republic of Perυ", "Perυ: Latin Greek")]
    [InlineData("Κирилл", "Сербия", "Κирилл: Cyrillic Greek")]
    public void A_word_in_letters_of_two_alphabets_is_pointed_out(string name, string delegation, string told) => Assert.Equal(told, Told(LookAlikes.In(name, delegation)));

    [Theory]
    [InlineData("Ана Smith", "Network", "")]
    [InlineData("Аса Smith", "Network", "Аса: Cyrillic")]
    [InlineData("Josef Ρορ", "Network", "Ρορ: Greek")]
    [InlineData("Сосо", "Georgia", "Сосо: Cyrillic")]
    [InlineData("José", "СССР", "СССР: Cyrillic")]
    public void A_word_that_is_Latin_by_its_looks_alone_is_pointed_out_among_Latin_ones(string name, string delegation, string told) => Assert.Equal(told, Told(LookAlikes.In(name, delegation)));

    [Theory]
    [InlineData("Сергей Орехов", "Российская Федерация")]
    [InlineData("Сергей Орехов", "Russian Federation")]
    [InlineData("Николай II", "РОСТ")]
    [InlineData("Сосо Асеро (Coco Acepo)", "Georgia")]
    [InlineData("Coco Acepo (Сосо Асеро)", "Georgia")]
    [InlineData("Αλέξης Παπαδόπουλος", "Ελλάδα")]
    [InlineData("Αλέξης Παπαδόπουλος (Alexis Papadopoulos)", "Greece")]
    [InlineData("Дар’я Об’єднана", "Україна")]
    [InlineData("محمد علي (Mohamed Ali)", "Egypt")]
    [InlineData("王小明", "China")]
    [InlineData("山田 たろう", "Japan")]
    [InlineData("박지성", "Republic of Korea")]
    [InlineData("José Nuñez-Łukasz", "Peru")]
    [InlineData("Ngũgĩ Ọ̀ṣun-Đặng", "Kenya")]
    [InlineData("", "")]
    public void A_name_in_one_alphabet_is_what_it_is(string name, string delegation)
    {
        Assert.Null(LookAlikes.In(name, delegation));
        Assert.Empty(LookAlikes.Among([Named("1", name, delegation), Named("2", name, delegation)]));
    }

    [Theory]
    [InlineData("Ana Peric", "Аnа Реriс")]
    [InlineData("Coco", "Сосо")]
    [InlineData("José", "Jоsé")]
    [InlineData("ANNA", "ΑΝΝΑ")]
    [InlineData("Anna", "aNNA", "аnnа")]
    public void Two_names_that_look_the_same_are_pointed_out_at_the_one_in_other_letters(string plain, string odd, string? other = null)
    {
        var register = new[] { Named("2", odd), Named("1", plain), Named("3", other ?? "Somebody else") };
        var found = LookAlikes.Among(register);
        Assert.Equal($"{plain} 1", Told(found[new(other is null ? "2" : "3")]));
        Assert.Single(found);
        Assert.Equal($"{plain} 1", Told(LookAlikes.Of(other ?? odd, "Network", register[1..2])));
    }

    [Theory]
    [InlineData("José", "Jose")]
    [InlineData("タナカ", "ﾀﾅｶ")]
    [InlineData("Иван", "ИВАН")]
    [InlineData("王小明", "王小名")]
    public void Names_that_look_different_or_are_written_alike_are_not(string one, string other)
    {
        Assert.Empty(LookAlikes.Among([Named("1", one), Named("2", other)]));
        Assert.Null(LookAlikes.Of(other, "Network", [Named("1", one)]));
    }
}
