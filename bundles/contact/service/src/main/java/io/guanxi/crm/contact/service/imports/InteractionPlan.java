package io.guanxi.crm.contact.service.imports;

import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.platform.imports.records.RecordPlan;
import java.util.Optional;

/** An interaction to be written: a new one where nothing is there before. */
record InteractionPlan(InteractionData data, Optional<StoredInteraction> before)
        implements RecordPlan<InteractionData> {}
