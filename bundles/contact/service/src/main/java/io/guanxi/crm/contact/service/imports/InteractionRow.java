package io.guanxi.crm.contact.service.imports;

import io.guanxi.crm.contact.Channel;
import io.guanxi.crm.contact.Direction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.NextStep;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.Moment;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A row, the values that identify its interaction read. */
record InteractionRow(
        ImportRow row,
        FieldErrors errors,
        ZoneId zone,
        Optional<CustomerId> customer,
        Optional<Instant> at,
        Optional<Channel> channel) {

    static InteractionRow read(ImportRow row, ZoneId zone, Optional<CustomerId> customer) {
        FieldErrors errors = new FieldErrors();
        boolean named = row.text(InteractionColumns.CUSTOMER_EXTERNAL_ID).isPresent()
                || row.text(InteractionColumns.CUSTOMER_CODE).isPresent();
        if (customer.isEmpty()) {
            errors.add(
                    InteractionColumns.CUSTOMER_EXTERNAL_ID,
                    named ? "unknown-customer" : "customer-missing",
                    named
                            ? "There is no customer with this external id or code."
                            : "Neither external id nor code of the customer is given.",
                    named ? "没有该外部编号或编号的客户。" : "未提供客户的外部编号或编号。");
        }
        Optional<Instant> at = moment(row, InteractionColumns.AT, zone, errors);
        required(row, InteractionColumns.AT, errors);
        required(row, InteractionColumns.CHANNEL, errors);
        Optional<Channel> channel = row.text(InteractionColumns.CHANNEL).flatMap(Words::channel);
        if (row.text(InteractionColumns.CHANNEL).isPresent() && channel.isEmpty()) {
            errors.add(InteractionColumns.CHANNEL, "unknown-channel", "This value is not known.", "无法识别该值。");
        }
        return new InteractionRow(row, errors, zone, customer, at, channel);
    }

    /** True where it is known which interaction the row speaks of. */
    boolean isIdentified() {
        return customer.isPresent() && at.isPresent() && channel.isPresent();
    }

    /** What identifies the interaction, the rest being unknown. Only for a row that {@link #isIdentified}. */
    InteractionData bare() {
        return new InteractionData(
                customer.orElseThrow(),
                List.of(),
                channel.orElseThrow(),
                Direction.OUT,
                at.orElseThrow(),
                Optional.empty(),
                row.text(InteractionColumns.SUBJECT).orElse(""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The data with what the row says. */
    InteractionData over(InteractionData before, List<PersonId> persons) {
        return new InteractionData(
                before.customer(),
                row.has("persons") ? persons : before.persons(),
                before.channel(),
                direction(before.direction()),
                before.at(),
                row.has("until") ? moment(row, "until", zone, errors) : before.until(),
                before.subject(),
                text("summary", before.summary()),
                text("result", before.result()),
                row.text("by").or(before::by),
                nextStep(before.nextStep()),
                before.custom());
    }

    List<String> personNames() {
        return row.text("persons").stream()
                .flatMap(text -> Arrays.stream(text.split("[;；]")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Direction direction(Direction before) {
        Optional<String> text = row.text("direction");
        Optional<Direction> direction = text.flatMap(Words::direction);
        if (text.isPresent() && direction.isEmpty()) {
            errors.add("direction", "unknown-direction", "This value is not known.", "无法识别该值。");
        }
        return direction.orElse(before);
    }

    private Optional<NextStep> nextStep(Optional<NextStep> before) {
        if (!row.has("nextAt") && !row.has("nextWhat")) {
            return before;
        }
        Optional<LocalDate> at = moment(row, "nextAt", ZoneOffset.UTC, errors)
                .map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());
        Optional<String> what = row.text("nextWhat");
        if (row.text("nextAt").isPresent() != what.isPresent()) {
            errors.add(
                    what.isPresent() ? "nextAt" : "nextWhat",
                    "required",
                    "A next step has a date and a text.",
                    "下一步须同时填写日期和内容。");
        }
        return at.flatMap(date -> what.map(w -> new NextStep(date, w)));
    }

    private Optional<String> text(String column, Optional<String> before) {
        return row.has(column) ? row.text(column) : before;
    }

    private static void required(ImportRow row, String column, FieldErrors errors) {
        if (row.text(column).isEmpty()) {
            errors.add(column, "required", "A value is required.", "此项必填。");
        }
    }

    private static Optional<Instant> moment(ImportRow row, String column, ZoneId zone, FieldErrors errors) {
        Optional<String> text = row.text(column);
        Optional<Instant> moment = text.flatMap(t -> Moment.parse(t, zone));
        if (text.isPresent() && moment.isEmpty()) {
            errors.add(
                    column,
                    "invalid-date",
                    "This is no date. Write it as 2026-03-01T08:30:00Z, 2026-03-01 08:30 or 2026-03-01.",
                    "日期无效，请写成 2026-03-01T08:30:00Z、2026-03-01 08:30 或 2026-03-01 的形式。");
        }
        return moment;
    }
}
