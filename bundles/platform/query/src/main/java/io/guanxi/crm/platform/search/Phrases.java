package io.guanxi.crm.platform.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Characters that are read otherwise than usual beside certain others, in the names of companies and in surnames. */
final class Phrases {

    private static final Map<String, List<String>> READINGS = parsed(
            "银行 yin hang",
            "商行 shang hang",
            "车行 che hang",
            "洋行 yang hang",
            "行业 hang ye",
            "分行 fen hang",
            "支行 zhi hang",
            "成都 cheng du",
            "首都 shou du",
            "都市 du shi",
            "都江 du jiang",
            "厦门 xia men",
            "西藏 xi zang",
            "音乐 yin yue",
            "长沙 chang sha",
            "长春 chang chun",
            "长江 chang jiang",
            "长城 chang cheng",
            "长安 chang an",
            "长虹 chang hong",
            "长兴 chang xing",
            "长治 chang zhi",
            "长宁 chang ning",
            "长乐 chang le",
            "长远 chang yuan",
            "重庆 chong qing",
            "会计 kuai ji",
            "六安 lu an",
            "蚌埠 beng bu",
            "大厦 da sha");

    private static final Map<String, List<String>> COMPOUND_SURNAMES = parsed(
            "单于 chan yu",
            "万俟 mo qi",
            "尉迟 yu chi",
            "长孙 zhang sun",
            "令狐 ling hu",
            "澹台 tan tai",
            "欧阳 ou yang",
            "司马 si ma",
            "上官 shang guan",
            "诸葛 zhu ge",
            "东方 dong fang",
            "皇甫 huang fu",
            "公孙 gong sun",
            "慕容 mu rong",
            "司徒 si tu",
            "司空 si kong",
            "夏侯 xia hou",
            "宇文 yu wen",
            "轩辕 xuan yuan",
            "端木 duan mu",
            "独孤 du gu",
            "南宫 nan gong",
            "百里 bai li",
            "呼延 hu yan",
            "闻人 wen ren",
            "赫连 he lian",
            "钟离 zhong li",
            "太史 tai shi",
            "申屠 shen tu",
            "濮阳 pu yang",
            "淳于 chun yu",
            "公冶 gong ye",
            "宗政 zong zheng",
            "鲜于 xian yu",
            "闾丘 lv qiu",
            "亓官 qi guan",
            "司寇 si kou",
            "拓跋 tuo ba",
            "梁丘 liang qiu",
            "左丘 zuo qiu",
            "东郭 dong guo",
            "南门 nan men",
            "西门 xi men",
            "羊舌 yang she",
            "微生 wei sheng",
            "公羊 gong yang",
            "谷梁 gu liang",
            "乐正 yue zheng");

    private Phrases() {}

    /** Corrects the readings of the characters of every phrase in the text. */
    static void apply(String text, List<String> readings) {
        int position = 0;
        for (int i = 0; i + 1 < text.length(); i += Character.charCount(text.codePointAt(i))) {
            List<String> phrase = READINGS.get(text.substring(i, i + 2));
            if (phrase != null) {
                readings.set(position, phrase.get(0));
                readings.set(position + 1, phrase.get(1));
            }
            position++;
        }
    }

    /** The readings of the two characters the name begins with, where they are one surname. */
    static Optional<List<String>> compoundSurname(String name) {
        return name.length() < 2 ? Optional.empty() : Optional.ofNullable(COMPOUND_SURNAMES.get(name.substring(0, 2)));
    }

    private static Map<String, List<String>> parsed(String... lines) {
        return Stream.of(lines)
                .map(line -> Arrays.asList(line.split(" ", -1)))
                .collect(Collectors.toUnmodifiableMap(
                        words -> words.get(0), words -> List.copyOf(words.subList(1, words.size()))));
    }
}
