package io.guanxi.crm.segmentation.web;

import io.guanxi.crm.platform.ui.UiModule;
import org.osgi.service.component.annotations.Component;

/** Adds this bundle's pages to the web shell. */
@Component
public class SegmentationPages implements UiModule {

    @Override
    public String id() {
        return "segmentation";
    }
}
