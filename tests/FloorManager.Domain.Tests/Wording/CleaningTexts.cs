using System.Text;
using CsCheck;
using FloorManager.Domain.Wording;
using Xunit;

namespace FloorManager.Domain.Tests.Wording;

public sealed class CleaningTexts
{
    [Theory]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("Ngũgĩ Ọ̀ṣun-Đặng")]
    [InlineData("שִׁמְעוֹן בֶּן־דָּוִד")]
    [InlineData("مُحَمَّدٌ عَبْدُ ٱلرَّحْمٰن")]
    [InlineData("نرگس می‌خواهد")]
    [InlineData("สมศักดิ์ เก่งกล้า")]
    [InlineData("བསྒྲུབས་ ཧཱུྃ")]
    [InlineData("श्री कृष्ण क्‍ष")]
    [InlineData("မြွှေ့ကျွန်ုပ်")]
    [InlineData("ᾧ Ἀθηνᾶ")]
    [InlineData("葛\U000E0100城 太郎")]
    [InlineData("박지성")]
    public void Names_of_any_script_stay_as_they_are_written(string name)
    {
        var composed = name.Normalize(NormalizationForm.FormC);
        Assert.Equal(composed, CleanText.Of(composed));
        Assert.Equal(composed, CleanText.Of(name.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("  Ana \t María\r\nNúñez ", "Ana María Núñez")]
    [InlineData("Ana\0\a\u001b[31m", "Ana[31m")]
    [InlineData("\u202Eanna\u202C \u2066B\u2069\u200F\u200E", "anna B")]
    [InlineData("A\u200Bn\u200Ca\u200D\uFEFF\u2060\u00AD\u034F", "Ana")]
    [InlineData("A\uFE0Fna\u3164\uFFFE\uFFFF\uFDD0", "Ana")]
    [InlineData("\u2800\u3164\u200B", "")]
    [InlineData("Jose\u0301", "José")]
    [InlineData("\u0301\u0302Ana \u0301Bo", "Ana Bo")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")")]
    public void What_is_not_seen_is_gone_and_what_is_seen_stays(string raw, string clean) => Assert.Equal(clean, CleanText.Of(raw));

    [Fact]
    public void Half_a_character_is_told_as_one_that_could_not_be_read() => Assert.Equal("A\uFFFDna", CleanText.Of("A\uD83Dna"));

    [Theory]
    [InlineData("\u0323\u0301\u0302\u0336")]
    [InlineData("\u0E47")]
    [InlineData("\u0489\u20DD")]
    [InlineData("\u0301\u200D\u0301")]
    public void Marks_that_are_piled_up_are_cut_at_four_a_letter(string marks)
    {
        var piled = CleanText.Of($"Z{string.Concat(Enumerable.Repeat(marks, 5_000))}algo");
        Assert.EndsWith("algo", piled, StringComparison.Ordinal);
        Assert.InRange(piled.Length, 6, 9);
    }

    [Fact]
    public void Joiners_among_marks_do_not_make_room_for_more() =>
        Assert.InRange(CleanText.Of("ك" + string.Concat(Enumerable.Repeat("\u064B\u200D", 500))).Length, 1, 10);

    [Fact]
    public void Lines_stay_lines_and_each_is_clean() =>
        Assert.Equal("First\n\nSecond third\nlast", CleanText.Lines("\r\n First\u202E\r\n\r\n Second\t third \u2028last\0\r\n\u200B\r\n"));

    [Fact]
    public void What_is_clean_stays_as_it_is_whatever_it_was_before()
    {
        var signs = "aZ é\u0301\u0302\u0323\u0336\u0344\u0489\u05C1\u05BC\uFB2C\u0958\u0F43\u0F71\u200D\u200C\u202E\u064B\u0643\u093F\u0BC6\u0BBE\u1100\u1161\uFE0F\uD834\uDD5E\u3164\u2800\r\n\0";
        Gen.Int[0, signs.Length - 1].Select(i => signs[i]).Array[0, 40].Sample(chars =>
        {
            var (line, lines) = (CleanText.Of(new(chars)), CleanText.Lines(new(chars)));
            return CleanText.Of(line) == line && CleanText.Lines(lines) == lines && line.IsNormalized() && !line.Any(char.IsControl);
        }, iter: 20_000);
    }
}
