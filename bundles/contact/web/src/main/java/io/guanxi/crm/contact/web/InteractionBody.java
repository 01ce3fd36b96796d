package io.guanxi.crm.contact.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.contact.Channel;
import io.guanxi.crm.contact.Direction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.platform.http.CustomJson;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What can be written of an interaction; {@code by} is the caller where nobody is named. */
public record InteractionBody(
        Optional<String> customerId,
        List<String> personIds,
        Optional<Channel> channel,
        Optional<Direction> direction,
        Optional<Instant> at,
        Optional<Instant> until,
        Optional<String> subject,
        Optional<String> summary,
        Optional<String> result,
        Optional<String> by,
        Optional<NextStepView> nextStep,
        Map<String, JsonNode> custom) {

    static InteractionBody of(InteractionData data) {
        return new InteractionBody(
                Optional.of(data.customer().toString()),
                data.persons().stream().map(PersonId::toString).toList(),
                Optional.of(data.channel()),
                Optional.of(data.direction()),
                Optional.of(data.at()),
                data.until(),
                Optional.of(data.subject()),
                data.summary(),
                data.result(),
                data.by(),
                data.nextStep().map(NextStepView::of),
                CustomJson.write(data.custom()));
    }

    /** @throws io.guanxi.crm.platform.problem.InvalidValueException naming what is missing */
    InteractionData toData() {
        FieldErrors errors = new FieldErrors();
        InteractionData data = new InteractionData(
                new CustomerId(required("customerId", customerId.map(id -> Ids.inField("customerId", id)), 0L, errors)),
                IntStream.range(0, personIds.size())
                        .mapToObj(i -> new PersonId(Ids.inField("personIds[" + i + "]", personIds.get(i))))
                        .toList(),
                required("channel", channel, Channel.CALL, errors),
                required("direction", direction, Direction.OUT, errors),
                required("at", at, Instant.EPOCH, errors),
                until,
                subject.orElse(""),
                summary,
                result,
                by,
                nextStep.map(step -> step.toStep(errors)),
                CustomJson.read(custom));
        errors.throwIfAny();
        return data;
    }

    private static <T> T required(String field, Optional<T> value, T otherwise, FieldErrors errors) {
        if (value.isEmpty()) {
            errors.add(field, "required", "A value is required.", "此项必填。");
        }
        return value.orElse(otherwise);
    }
}
