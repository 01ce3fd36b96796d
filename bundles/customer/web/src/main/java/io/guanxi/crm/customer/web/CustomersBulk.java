package io.guanxi.crm.customer.web;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.UnknownCustomerException;
import io.guanxi.crm.platform.http.RecordBulk;
import io.guanxi.crm.platform.imports.BulkAction;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.imports.BulkTarget;
import io.guanxi.crm.platform.modules.Neighbour;
import java.util.EnumSet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Many customers at once. */
@Component(service = BulkTarget.class)
public class CustomersBulk extends RecordBulk<Customer, CustomerBody> {

    private final Neighbour<CustomerArchive> archive;

    @Activate
    public CustomersBulk(BundleContext context) {
        this(Neighbour.tracked(context, CustomerArchive.class));
    }

    /** For plain Java, where nothing comes and goes. */
    CustomersBulk(Neighbour<CustomerArchive> archive) {
        super(
                "customers",
                "customer",
                CustomerBody.class,
                EnumSet.of(BulkAction.ARCHIVE, BulkAction.RESTORE, BulkAction.PATCH));
        this.archive = archive;
    }

    @Deactivate
    void close() {
        archive.close();
    }

    @Override
    protected Customer find(BulkRequest request, long id) {
        CustomerId customer = new CustomerId(id);
        return archive.get().find(customer).orElseThrow(() -> new UnknownCustomerException(customer));
    }

    @Override
    protected long version(Customer customer) {
        return customer.version();
    }

    @Override
    protected CustomerBody body(Customer customer) {
        return CustomerBody.of(customer.data());
    }

    @Override
    protected Customer change(Customer before, CustomerBody wanted) {
        return archive.get().change(before.id(), before.version(), data -> wanted.toData());
    }

    @Override
    protected Customer act(Customer before, BulkAction action) {
        return action == BulkAction.ARCHIVE
                ? archive.get().archive(before.id())
                : archive.get().restore(before.id());
    }
}
