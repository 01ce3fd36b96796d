package io.guanxi.crm.contact.service.imports;

import io.guanxi.crm.contact.InteractionData;
import java.util.Optional;

/** An interaction to be written: a new one where nothing is there before. */
record InteractionPlan(InteractionData data, Optional<StoredInteraction> before) {}
