package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.security.Holder;
import io.guanxi.crm.platform.security.SharedRecords;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The modules whose records can be shared, as they come and go. Shares of one that is away outlast their holder: nobody is in
 * it, and its id is never given again.
 */
@Component(service = Sharing.class)
public class Sharing {

    private final List<SharedRecords> modules = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(SharedRecords module) {
        modules.add(module);
    }

    public void remove(SharedRecords module) {
        modules.remove(module);
    }

    void withdrawAll(Holder holder) {
        modules.forEach(module -> module.withdrawAll(holder));
    }
}
