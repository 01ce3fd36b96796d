package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.sql.DataSource;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The JAAS realm {@value #NAME}: our users, for everything in the container that can use a realm. */
@Component(service = JaasRealm.class, property = "realm=" + CrmRealm.NAME)
public class CrmRealm implements JaasRealm {

    static final String NAME = "crm";

    private final Map<String, Object> options;

    @Activate
    public CrmRealm(
            BundleContext context, @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource) {
        options = Map.of(
                ProxyLoginModule.PROPERTY_MODULE,
                CrmLoginModule.class.getName(),
                ProxyLoginModule.PROPERTY_BUNDLE,
                Long.toString(context.getBundle().getBundleId()),
                CrmLoginModule.CHECK,
                new PasswordCheck(new LoginTable(new Jdbc(dataSource))));
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getRank() {
        return 0;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        return new AppConfigurationEntry[] {
            new AppConfigurationEntry(ProxyLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options)
        };
    }
}
