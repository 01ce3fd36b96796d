package io.guanxi.crm.contact.service.imports;

import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.platform.imports.records.StoredRecord;

/**
 * An interaction that is there already.
 *
 * @param undone archived by the undo of an import: as good as never entered
 */
record StoredInteraction(long id, long version, long updatedAt, boolean undone, InteractionData data)
        implements StoredRecord<InteractionData> {}
