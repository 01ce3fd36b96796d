package io.guanxi.crm.platform.security.service;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldif.LDIFException;
import io.guanxi.crm.platform.persistence.Jdbc;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import org.apache.karaf.jaas.modules.ldap.LDAPLoginModule;
import org.junit.rules.ExternalResource;

/** A directory server on a port of this machine, and the realm {@code ldap} that Karaf's own module makes of it. */
final class Directory extends ExternalResource {

    private static final String BASE = "dc=example,dc=cn";

    private final AtomicInteger binds = new AtomicInteger();
    private InMemoryDirectoryServer server = server();

    private InMemoryDirectoryServer server() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.addAdditionalBindCredentials("cn=reader", "reader's");
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("ldap"));
            config.addInMemoryOperationInterceptor(new InMemoryOperationInterceptor() {
                @Override
                public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
                    if (request.getRequest().getBindDN().startsWith("uid=")) {
                        binds.incrementAndGet();
                    }
                }
            });
            return new InMemoryDirectoryServer(config);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void before() throws LDAPException, LDIFException {
        server.startListening();
        server.add("dn: " + BASE, "objectClass: domain", "dc: example");
        server.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
        server.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
    }

    @Override
    protected void after() {
        server.shutDown(true);
    }

    void person(String uid, String password) {
        change(() -> server.add(
                "dn: uid=" + uid + ",ou=people," + BASE,
                "objectClass: inetOrgPerson",
                "uid: " + uid,
                "cn: " + uid,
                "sn: " + uid,
                "userPassword: " + password));
    }

    void password(String uid, String password) {
        change(() -> server.modify(
                "uid=" + uid + ",ou=people," + BASE,
                new Modification(ModificationType.REPLACE, "userPassword", password)));
    }

    void group(String cn, String... members) {
        change(() -> {
            server.deleteSubtree("cn=" + cn + ",ou=groups," + BASE);
            return 0;
        });
        String[] lines = new String[members.length + 3];
        lines[0] = "dn: cn=" + cn + ",ou=groups," + BASE;
        lines[1] = "objectClass: groupOfNames";
        lines[2] = "cn: " + cn;
        for (int i = 0; i < members.length; i++) {
            lines[i + 3] = "member: uid=" + members[i] + ",ou=people," + BASE;
        }
        change(() -> server.add(lines));
    }

    /** How often somebody's password was put to it. */
    int binds() {
        return binds.get();
    }

    void away() {
        server.shutDown(true);
    }

    private interface Change {
        Object make() throws LDAPException, LDIFException;
    }

    private static void change(Change change) {
        try {
            change.make();
        } catch (LDAPException e) {
            if (!e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                throw new IllegalStateException(e);
            }
        } catch (LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The realms {@code crm} and {@code ldap}. */
    Configuration realms(Jdbc jdbc) {
        Realm ours = new Realm(jdbc);
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return switch (name) {
                    case "crm" -> ours.getAppConfigurationEntry(name);
                    case "ldap" ->
                        new AppConfigurationEntry[] {
                            new AppConfigurationEntry(
                                    LDAPLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options())
                        };
                    default -> new AppConfigurationEntry[0];
                };
            }
        };
    }

    private Map<String, ?> options() {
        return Map.ofEntries(
                Map.entry("connection.url", "ldap://127.0.0.1:" + server.getListenPort()),
                Map.entry("connection.username", "cn=reader"),
                Map.entry("connection.password", "reader's"),
                Map.entry("user.base.dn", "ou=people," + BASE),
                Map.entry("user.filter", "(uid=%u)"),
                Map.entry("user.search.subtree", "true"),
                Map.entry("role.base.dn", "ou=groups," + BASE),
                Map.entry("role.filter", "(member=%fqdn)"),
                Map.entry("role.name.attribute", "cn"),
                Map.entry("role.search.subtree", "true"),
                Map.entry("authentication", "simple"),
                Map.entry("disableCache", "true"),
                Map.entry("initial.context.factory", "com.sun.jndi.ldap.LdapCtxFactory"));
    }
}
