package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;

/** The realm as a plain JAAS configuration, without a container. */
final class Realm extends Configuration {

    private final Jdbc jdbc;

    Realm(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
        Map<String, ?> options = Map.of(CrmLoginModule.CHECK, new PasswordCheck(new LoginTable(jdbc)));
        return new AppConfigurationEntry[] {
            new AppConfigurationEntry(CrmLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options)
        };
    }
}
