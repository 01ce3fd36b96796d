package io.guanxi.crm.sampledata;

import io.guanxi.crm.contact.Channel;
import io.guanxi.crm.contact.Direction;
import io.guanxi.crm.contact.NextStep;
import java.time.Instant;
import java.util.Optional;

/** A contact before it has an id. */
record SampleInteraction(
        Channel channel,
        Direction direction,
        Instant at,
        String subject,
        Optional<String> summary,
        Optional<NextStep> nextStep) {}
