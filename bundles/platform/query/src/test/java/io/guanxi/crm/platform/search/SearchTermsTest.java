package io.guanxi.crm.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.Test;

public class SearchTermsTest {

    @Test
    public void aNameIsFoundByAnyPartInCharactersPinyinAndInitials() {
        Set<String> terms = person("张伟");

        assertThat(terms).containsExactlyInAnyOrder("张伟", "伟", "zhangwei", "wei", "zw");
        for (String typed : List.of("张", "张伟", "zhangwei", "zhang wei", "zhangw", "zw", "wei")) {
            assertThat(found(terms, typed)).as(typed).isTrue();
        }
        assertThat(found(terms, "hang")).isFalse();
        assertThat(found(terms, "李伟")).isFalse();
    }

    @Test
    public void aLatinNameIsFoundByAnyPart() {
        Set<String> terms = person("ada lovelace");

        for (String typed : List.of("ada", "da", "love", "ada l", "lace", "ce")) {
            assertThat(found(terms, typed)).as(typed).isTrue();
        }
        assertThat(terms).hasSize(11);
    }

    @Test
    public void surnamesAreReadAsSurnames() {
        assertReadings(
                List.of(
                        "单伟 shan wei",
                        "單偉 shan wei",
                        "张单 zhang dan",
                        "仇和 qiu he",
                        "曾国藩 zeng guo fan",
                        "尉迟恭 yu chi gong",
                        "区伟 ou wei",
                        "查良镛 zha liang yong",
                        "盖伟 ge wei",
                        "解伟 xie wei",
                        "万俟卨 mo qi xie",
                        "单于夫罗 chan yu fu luo",
                        "朴槿惠 piao jin hui",
                        "缪伟 miao wei",
                        "缪 miao",
                        "令狐冲 ling hu chong",
                        "吕布 lv bu",
                        "任伟 ren wei",
                        "翟伟 zhai wei"),
                true);
    }

    @Test
    public void placesAndTradesAreReadAsTheyAreSaid() {
        assertReadings(
                List.of(
                        "重庆 chong qing",
                        "银行 yin hang",
                        "西藏 xi zang",
                        "成都 cheng du",
                        "厦门 xia men",
                        "长沙 chang sha",
                        "音乐 yin yue",
                        "上海星辰 shang hai xing chen",
                        "单于 dan yu"),
                false);
    }

    @Test
    public void companiesAreFoundByWhatPeopleCallThem() {
        Set<String> terms = new SearchTerms().name("上海星辰科技有限公司", false).all();

        for (String typed : List.of("星辰", "科技有限", "shanghaixing", "xing chen", "xckj", "shxc", "kj")) {
            assertThat(found(terms, typed)).as(typed).isTrue();
        }
        assertThat(found(terms, "yxgs")).isFalse();
        assertThat(terms).hasSizeLessThanOrEqualTo(21);
    }

    @Test
    public void mixedNamesKeepTheirLatinLetters() {
        Set<String> terms = new SearchTerms().name("3m中国", false).all();

        assertThat(terms).containsExactlyInAnyOrder("3m中国", "m中国", "中国", "国", "zhongguo", "guo", "zg");
    }

    @Test
    public void phonesAreFoundByFirstAndLastDigits() {
        Set<String> terms = new SearchTerms().phone("2155550101").all();

        assertThat(found(terms, new SearchText("021 5555").phone("215555", "0215555")))
                .isTrue();
        assertThat(found(terms, new SearchText("0101").phone("101", "0101"))).isTrue();
        assertThat(found(terms, new SearchText("5555").phone("5555", "5555"))).isFalse();
    }

    @Test
    public void longTermsAreCutWithoutCuttingACharacter() {
        Set<String> terms = person("a".repeat(31) + "🍜🍜");

        assertThat(terms).allSatisfy(term -> {
            assertThat(term.length()).isLessThanOrEqualTo(SearchTerms.LENGTH);
            assertThat(Character.isHighSurrogate(term.charAt(term.length() - 1)))
                    .isFalse();
        });
        assertThat(found(terms, "a".repeat(31) + "🍜")).isTrue();
    }

    private static Set<String> person(String key) {
        return new SearchTerms().name(key, true).all();
    }

    private static boolean found(Set<String> terms, String typed) {
        return found(terms, new SearchText(typed));
    }

    private static boolean found(Set<String> terms, SearchText text) {
        return text.beginnings().stream().anyMatch(b -> terms.stream().anyMatch(term -> term.startsWith(b)));
    }

    private static void assertReadings(List<String> lines, boolean person) {
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            assertThat(String.join(" ", Pinyin.of(words[0], person)))
                    .as(words[0])
                    .isEqualTo(words[1]);
        }
    }
}
