package io.guanxi.crm.sampledata;

import java.util.List;
import java.util.Random;

/** What people, firms and places are called. */
final class Names {

    private static final List<String> SURNAMES = List.of(
            "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁",
            "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "欧阳", "单");
    private static final List<String> GIVEN = List.of(
            "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀英", "霞", "平", "刚",
            "桂英", "建国", "志强", "晓东", "海燕", "雪梅", "文博", "子涵", "一诺", "浩然", "雨桐", "俊杰", "思远", "嘉怡", "梓萱");
    private static final List<String> WORDS = List.of(
            "星辰", "华信", "远航", "明德", "金桥", "瑞丰", "中科", "天和", "蓝海", "鼎盛", "汇通", "博雅", "恒达", "新锐", "东方", "长城", "盛世", "佳美",
            "智云", "绿源", "宏图", "百川", "启明", "安泰");
    private static final List<String> TRADES = List.of("科技", "贸易", "食品", "物流", "医疗器械", "电子", "建材", "服饰", "机械", "文化传媒");
    private static final List<String> FORMS = List.of("有限公司", "有限公司", "有限公司", "股份有限公司", "集团有限公司");
    private static final List<String> ENGLISH_FIRST =
            List.of("Ada", "Grace", "Alan", "Paul", "Emma", "James", "Olivia", "Henry", "Sophia", "Liam");
    private static final List<String> ENGLISH_LAST =
            List.of("Smith", "Brown", "Taylor", "Wilson", "Evans", "Clark", "Wright", "Green", "Baker", "Hill");
    private static final List<String> ENGLISH_FIRMS =
            List.of("Blue River", "Northwind", "Golden Gate", "Harbour", "Silver Oak", "Eastern Star");
    private static final List<String> ENGLISH_TRADES =
            List.of("Trading Ltd", "Foods Inc.", "Logistics LLC", "Systems Ltd");

    private Names() {}

    static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    static String person(Random random, boolean english) {
        return english
                ? pick(random, ENGLISH_FIRST) + " " + pick(random, ENGLISH_LAST)
                : pick(random, SURNAMES) + pick(random, GIVEN);
    }

    static String company(Random random, boolean english, Place place) {
        return english
                ? pick(random, ENGLISH_FIRMS) + " " + pick(random, ENGLISH_TRADES)
                : place.city() + pick(random, WORDS) + pick(random, TRADES) + pick(random, FORMS);
    }

    static String institution(Random random, Place place) {
        return place.city()
                + pick(random, List.of("第一", "第二", "实验", "中心", "人民"))
                + pick(random, List.of("医院", "中学", "图书馆", "研究所", "文化馆"));
    }
}
