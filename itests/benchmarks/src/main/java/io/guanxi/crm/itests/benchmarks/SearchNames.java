package io.guanxi.crm.itests.benchmarks;

import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Customers with names as they are found in China, always the same: half companies, four tenths persons, the rest Latin. */
final class SearchNames {

    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常单仇解";
    private static final String GIVEN =
            "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲宇浩凯健俊帆雪婷建华国庆志鹏飞红梅春燕海波晓东林峰立新玉珍子轩梓涵思远嘉怡欣然博文若曦一诺雨桐天佑佳琪泽楷晨曦瑞霖";
    private static final List<String> PLACES = List.of(
            "上海", "北京", "广州", "深圳", "杭州", "南京", "苏州", "成都", "重庆", "武汉", "西安", "天津", "青岛", "厦门", "长沙", "宁波", "无锡", "郑州",
            "济南", "合肥");
    private static final List<String> TRADES =
            List.of("科技", "贸易", "电子", "机械", "食品", "医药", "建材", "服饰", "物流", "信息技术", "环保设备", "文化传媒", "教育咨询", "汽车配件", "化工");
    private static final String BRAND = "星辰华盛恒泰瑞丰鼎信宏远博雅天成金鹏龙腾万通海润嘉禾新锐中联东方凯旋益康明德安捷优品佳美";
    private static final List<String> LATIN = List.of(
            "Aster",
            "Birch",
            "Cobalt",
            "Delta",
            "Ember",
            "Falcon",
            "Granite",
            "Harbour",
            "Indigo",
            "Juniper",
            "Krypton",
            "Lumen",
            "Meridian",
            "Nova",
            "Orchid",
            "Pioneer",
            "Quartz",
            "Raven",
            "Summit",
            "Tundra");

    private static final List<Stage> STAGES = List.of(Stage.values());

    private final Random random = new Random(20260301);

    CustomerData next(int number) {
        int kind = random.nextInt(10);
        boolean person = kind >= 5 && kind < 9;
        String name = person ? person() : kind < 5 ? company() : latin();
        String phone = person
                ? "1" + (30 + random.nextInt(60)) + digits(8)
                : "0" + (210 + random.nextInt(700)) + "-" + digits(8);
        Optional<String> email = random.nextBoolean()
                ? Optional.of("u" + Integer.toString(random.nextInt(40_000_000), 36) + "@example.cn")
                : Optional.empty();
        return new CustomerData(
                person ? CustomerKind.PERSON : CustomerKind.COMPANY,
                Optional.of("C-" + number),
                Optional.empty(),
                name,
                Optional.empty(),
                STAGES.get(random.nextInt(STAGES.size())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(phone),
                email.stream().toList(),
                Optional.empty(),
                List.of(),
                List.of(),
                PersonDetails.NONE);
    }

    private String person() {
        String given = one(GIVEN) + (random.nextInt(3) == 0 ? "" : one(GIVEN));
        return one(SURNAMES) + given;
    }

    private String company() {
        return one(PLACES) + one(BRAND) + one(BRAND) + one(TRADES) + "有限公司";
    }

    private String latin() {
        return one(LATIN) + " " + one(LATIN) + " " + (random.nextBoolean() ? "Trading" : "Ltd") + " "
                + random.nextInt(1000);
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String one(String characters) {
        return Character.toString(characters.charAt(random.nextInt(characters.length())));
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
