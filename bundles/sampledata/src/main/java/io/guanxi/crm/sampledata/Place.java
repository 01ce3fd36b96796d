package io.guanxi.crm.sampledata;

import java.util.List;

/** Where a customer is. */
record Place(String country, String region, String city, String district, String areaCode, String postalCode) {

    static final List<Place> CHINESE = List.of(
            new Place("CN", "上海", "上海", "浦东新区", "021", "200120"),
            new Place("CN", "上海", "上海", "徐汇区", "021", "200030"),
            new Place("CN", "北京", "北京", "海淀区", "010", "100080"),
            new Place("CN", "北京", "北京", "朝阳区", "010", "100020"),
            new Place("CN", "广东", "深圳", "南山区", "0755", "518000"),
            new Place("CN", "广东", "广州", "天河区", "020", "510620"),
            new Place("CN", "浙江", "杭州", "西湖区", "0571", "310012"),
            new Place("CN", "江苏", "苏州", "工业园区", "0512", "215000"),
            new Place("CN", "江苏", "南京", "鼓楼区", "025", "210009"),
            new Place("CN", "四川", "成都", "武侯区", "028", "610041"),
            new Place("CN", "湖北", "武汉", "洪山区", "027", "430070"),
            new Place("CN", "陕西", "西安", "雁塔区", "029", "710061"));

    static final Place ABROAD = new Place("GB", "England", "London", "Camden", "020", "NW1 0AA");
}
