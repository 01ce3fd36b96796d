package io.guanxi.crm.contact.service.imports;

import io.guanxi.crm.contact.Channel;
import io.guanxi.crm.contact.Direction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a cell may say for a channel or a direction: the code, or a Chinese name. */
final class Words {

    private static final Map<String, Channel> CHANNELS = new HashMap<>(Map.of(
            "电话", Channel.CALL,
            "拜访", Channel.VISIT,
            "会议", Channel.MEETING,
            "邮件", Channel.EMAIL,
            "短信", Channel.SMS,
            "微信", Channel.WECHAT,
            "信函", Channel.LETTER,
            "网站", Channel.WEB,
            "服务", Channel.SERVICE,
            "柜台", Channel.COUNTER));

    private static final Map<String, Direction> DIRECTIONS = Map.of(
            "in", Direction.IN,
            "out", Direction.OUT,
            "呼入", Direction.IN,
            "来访", Direction.IN,
            "呼出", Direction.OUT,
            "去访", Direction.OUT);

    static {
        for (Channel channel : Channel.values()) {
            CHANNELS.put(channel.name().toLowerCase(Locale.ROOT), channel);
        }
    }

    private Words() {}

    static Optional<Channel> channel(String text) {
        return Optional.ofNullable(CHANNELS.get(text.toLowerCase(Locale.ROOT)));
    }

    static Optional<Direction> direction(String text) {
        return Optional.ofNullable(DIRECTIONS.get(text.toLowerCase(Locale.ROOT)));
    }
}
