package io.guanxi.crm.sampledata;

import io.guanxi.crm.contact.Channel;
import io.guanxi.crm.contact.Direction;
import io.guanxi.crm.contact.NextStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes up what is said to the customers and by them. */
final class Interactions {

    private static final List<String> SUBJECTS =
            List.of("询价", "送样品", "合同条款", "回访", "付款提醒", "安装安排", "产品演示", "售后问题", "年度框架协议", "Price list requested");
    private static final List<String> STEPS = List.of("发送报价单", "电话回访", "上门拜访", "寄送样品", "准备合同");

    private final Random random;
    private final Calendar calendar;

    Interactions(Random random, Calendar calendar) {
        this.random = random;
        this.calendar = calendar;
    }

    List<SampleInteraction> of(int count, LocalDate since) {
        List<SampleInteraction> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = calendar.dayFrom(since);
            String subject = Names.pick(random, SUBJECTS);
            result.add(new SampleInteraction(
                    Names.pick(random, List.of(Channel.values())),
                    random.nextInt(3) == 0 ? Direction.IN : Direction.OUT,
                    calendar.workingTime(day),
                    subject,
                    random.nextBoolean() ? Optional.of("客户对" + subject + "有兴趣，需要进一步沟通。") : Optional.empty(),
                    random.nextInt(3) == 0
                            ? Optional.of(
                                    new NextStep(day.plusDays(3L + random.nextInt(14)), Names.pick(random, STEPS)))
                            : Optional.empty()));
        }
        return result;
    }
}
