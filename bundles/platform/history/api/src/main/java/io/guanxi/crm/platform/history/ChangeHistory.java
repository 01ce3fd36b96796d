package io.guanxi.crm.platform.history;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What happened to a record. */
@ProviderType
public interface ChangeHistory {

    /** One page, newest first, by key: its cost doesn't grow with the pages before it. */
    List<ChangeEntry> list(HistoryQuery query);
}
