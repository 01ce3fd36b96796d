package io.guanxi.crm.platform.privacy.service;

import io.guanxi.crm.platform.privacy.PersonalData;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.GuardedTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Names personal data to the roles; to archive it is to erase it. Nobody but administrators is given it to begin with. */
@Component
public class PrivacyGuarded implements GuardedTypes {

    @Override
    public List<GuardedType> types() {
        return List.of(
                GuardedType.of(PersonalData.TYPE, "Personal data", "个人数据", Action.READ, Action.EXPORT, Action.ARCHIVE));
    }
}
