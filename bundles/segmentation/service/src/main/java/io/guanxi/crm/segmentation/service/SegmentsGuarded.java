package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.GuardedTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Names segments to the roles, and the figures that are sums over orders and name nobody. */
@Component
public class SegmentsGuarded implements GuardedTypes {

    @Override
    public List<GuardedType> types() {
        return List.of(
                GuardedType.of("segment", "Segments", "客户细分", Action.READ, Action.CREATE, Action.UPDATE),
                GuardedType.of("figure", "Sales figures", "销售数字", Action.READ));
    }
}
