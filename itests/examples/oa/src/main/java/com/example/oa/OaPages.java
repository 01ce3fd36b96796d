package com.example.oa;

import io.guanxi.crm.platform.ui.UiModule;
import org.osgi.service.component.annotations.Component;

/** Adds the folder {@code web/} of this bundle to the web shell. */
@Component
public class OaPages implements UiModule {

    @Override
    public String id() {
        return "oa";
    }
}
