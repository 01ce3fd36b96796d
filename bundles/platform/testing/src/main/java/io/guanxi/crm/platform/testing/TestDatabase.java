package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.JtaTransactions;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.schema.Migration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import javax.transaction.TransactionManager;
import javax.transaction.xa.XAException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.commons.dbcp2.managed.DataSourceXAConnectionFactory;
import org.apache.commons.dbcp2.managed.ManagedDataSource;
import org.apache.commons.dbcp2.managed.PoolableManagedConnectionFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.derby.jdbc.EmbeddedXADataSource;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.junit.rules.ExternalResource;

/**
 * A Derby in memory, fresh for every test, behind the same kind of pool and transaction manager as in the container: JPA
 * and JDBC of all modules join one transaction on one connection.
 */
public final class TestDatabase extends ExternalResource {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final List<String> schemas;
    private final boolean derby;
    private final String name = "test" + COUNT.incrementAndGet();
    private final String location;
    private final List<EntityManagerFactory> factories = new ArrayList<>();
    private final TransactionManager manager;
    private final ManagedDataSource<?> dataSource;
    private final Transactions transactions;

    /** @param schemas module names whose {@code db/<module>.changelog.xml} on the class path is applied, in this order */
    public TestDatabase(String... schemas) {
        this(Optional.empty(), Optional.empty(), schemas);
    }

    /** The same over an empty database of the test's own, which it throws away itself. */
    public TestDatabase(XADataSource database, String... schemas) {
        this(Optional.of(database), Optional.empty(), schemas);
    }

    /** The same on disk, where it outlives the process; made where it isn't there yet. */
    public static TestDatabase in(Path folder, String... schemas) {
        return new TestDatabase(Optional.empty(), Optional.of(folder), schemas);
    }

    private TestDatabase(Optional<XADataSource> given, Optional<Path> folder, String... schemas) {
        this.schemas = List.of(schemas);
        this.derby = given.isEmpty();
        this.location = folder.map(Path::toString).orElse("memory:" + name);
        try {
            this.manager = new GeronimoTransactionManager();
        } catch (XAException e) {
            throw new IllegalStateException(e);
        }
        this.dataSource = pool(manager, given.orElseGet(() -> derby(location)), derby);
        this.transactions = new JtaTransactions(manager);
    }

    /** Opens it outside of a test's rules. */
    public TestDatabase open() {
        before();
        return this;
    }

    /** Closes what {@link #open} has opened. */
    public void close() {
        after();
    }

    @Override
    protected void before() {
        if (!location.equals("memory:" + name) || !derby) {
            migrate();
            return;
        }
        try {
            if (!Templates.copyTo(location, schemas)) {
                migrate();
                Templates.keep(dataSource, name, schemas);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void migrate() {
        Migration migration = new Migration(new ClassLoaderResourceAccessor(TestDatabase.class.getClassLoader()));
        for (String schema : schemas) {
            migration.run(dataSource, "db/" + schema + ".changelog.xml");
        }
    }

    @Override
    protected void after() {
        factories.forEach(EntityManagerFactory::close);
        if (!derby) {
            return;
        }
        EmbeddedXADataSource derby = new EmbeddedXADataSource();
        derby.setDatabaseName(location);
        derby.setConnectionAttributes(location.startsWith("memory:") ? "drop=true" : "shutdown=true");
        try {
            derby.getConnection().close();
        } catch (SQLException e) {
            if (!"08006".equals(e.getSQLState())) { // what Derby says when it has dropped a database, or shut one down
                throw new IllegalStateException(e);
            }
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public Jdbc jdbc() {
        return new Jdbc(dataSource);
    }

    public Transactions transactions() {
        return transactions;
    }

    /** The template of a persistence unit on the class path, such as {@code crm-customer}. */
    public JpaTemplate template(String unit) {
        TestTransactionController.use(manager);
        Map<String, Object> properties = new HashMap<>();
        properties.put("javax.persistence.jtaDataSource", dataSource);
        properties.put("eclipselink.external-transaction-controller", "true");
        properties.put("eclipselink.target-server", TestServerPlatform.class.getName());
        properties.put("eclipselink.weaving", "false");
        properties.put("eclipselink.session-name", name + unit);
        EntityManagerFactory factory = new PersistenceProvider().createEntityManagerFactory(unit, properties);
        if (factory == null) {
            throw new IllegalArgumentException("no persistence unit " + unit + " on the class path");
        }
        factories.add(factory);
        return new TestJpaTemplate(factory, transactions, manager);
    }

    private static XADataSource derby(String location) {
        EmbeddedXADataSource derby = new EmbeddedXADataSource();
        derby.setDatabaseName(location);
        derby.setCreateDatabase("create");
        return derby;
    }

    private static ManagedDataSource<?> pool(
            TransactionManager manager, XADataSource database, boolean poolStatements) {
        DataSourceXAConnectionFactory connections = new DataSourceXAConnectionFactory(manager, database);
        PoolableManagedConnectionFactory factory = new PoolableManagedConnectionFactory(connections, null);
        factory.setPoolStatements(poolStatements);
        GenericObjectPool<org.apache.commons.dbcp2.PoolableConnection> pool = new GenericObjectPool<>(factory);
        pool.setMaxTotal(20);
        pool.setMaxIdle(20);
        factory.setPool(pool);
        ManagedDataSource<org.apache.commons.dbcp2.PoolableConnection> managed =
                new ManagedDataSource<>(pool, connections.getTransactionRegistry());
        managed.setAccessToUnderlyingConnectionAllowed(true);
        return managed;
    }

    /** Lets a test look on: whatever the pool has to say. */
    public void logTo(PrintWriter writer) throws SQLException {
        dataSource.setLogWriter(writer);
    }
}
