package io.guanxi.crm.sampledata;

import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.transaction.Delivery;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.Payment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Enters made-up customers through the same services that people's work goes through. */
final class SampleWriter {

    private final Neighbour<CustomerArchive> archive;
    private final Neighbour<Persons> persons;
    private final Neighbour<ContactLog> log;
    private final Neighbour<Ledger> ledger;

    SampleWriter(
            Neighbour<CustomerArchive> archive,
            Neighbour<Persons> persons,
            Neighbour<ContactLog> log,
            Neighbour<Ledger> ledger) {
        this.archive = archive;
        this.persons = persons;
        this.log = log;
        this.ledger = ledger;
    }

    void write(SampleCustomer sample) {
        CustomerId customer = archive.get().register(sample.data()).id();
        sample.persons().forEach(person -> persons.get().add(customer, person));
        sample.interactions().forEach(talk -> log.get().record(data(customer, talk)));
        sample.orders().forEach(order -> write(customer, sample.currency(), order));
    }

    private static InteractionData data(CustomerId customer, SampleInteraction talk) {
        return new InteractionData(
                customer,
                List.of(),
                talk.channel(),
                talk.direction(),
                talk.at(),
                Optional.empty(),
                talk.subject(),
                talk.summary(),
                Optional.empty(),
                Optional.empty(),
                talk.nextStep());
    }

    private void write(CustomerId customer, Currency currency, SampleOrder sample) {
        Order order = ledger.get()
                .place(new OrderData(
                        Optional.empty(),
                        Optional.of(sample.externalId()),
                        customer,
                        sample.orderedAt(),
                        currency,
                        sample.status(),
                        sample.lines()));
        List<Delivery> deliveries = deliveries(sample);
        deliveries.forEach(delivery -> ledger.get().deliver(order.id(), delivery));
        Instant paidAt = sample.orderedAt().plus(3, ChronoUnit.DAYS);
        for (int share : sample.paidShares()) {
            ledger.get().pay(order.id(), payment(share, paidAt, order.total(), sample.method()));
            paidAt = paidAt.plus(20, ChronoUnit.DAYS);
        }
    }

    private static List<Delivery> deliveries(SampleOrder sample) {
        List<Delivery> result = new ArrayList<>();
        int times = sample.deliveredAt().size();
        for (int i = 0; i < times; i++) {
            List<Delivery.Line> lines = new ArrayList<>();
            for (int line = 0; line < sample.lines().size(); line++) {
                BigDecimal part = part(sample.lines().get(line), i, times);
                if (part.signum() > 0) {
                    lines.add(new Delivery.Line(line + 1, part));
                }
            }
            if (!lines.isEmpty()) {
                result.add(new Delivery(
                        0,
                        sample.deliveredAt().get(i),
                        Optional.of("顺丰速运"),
                        Optional.empty(),
                        Optional.empty(),
                        lines));
            }
        }
        return result;
    }

    /** All of it at once; or a half, rounded down, and then the rest. */
    private static BigDecimal part(OrderLine line, int time, int times) {
        if (times == 1) {
            return line.quantity();
        }
        BigDecimal half = line.quantity().divide(BigDecimal.valueOf(2), 0, RoundingMode.DOWN);
        return time == 0 ? half : line.quantity().subtract(half);
    }

    private static Payment payment(int percent, Instant at, Money total, Payment.Method method) {
        BigDecimal amount = total.amount()
                .multiply(BigDecimal.valueOf(percent))
                .movePointLeft(2)
                .setScale(total.currency().getDefaultFractionDigits(), RoundingMode.DOWN);
        return new Payment(0, at, new Money(amount, total.currency()), method, Optional.empty(), Optional.empty());
    }
}
