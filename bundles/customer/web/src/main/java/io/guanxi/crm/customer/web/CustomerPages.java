package io.guanxi.crm.customer.web;

import io.guanxi.crm.platform.ui.UiModule;
import org.osgi.service.component.annotations.Component;

/** Adds this bundle's pages to the web shell. */
@Component
public class CustomerPages implements UiModule {

    @Override
    public String id() {
        return "customer";
    }
}
