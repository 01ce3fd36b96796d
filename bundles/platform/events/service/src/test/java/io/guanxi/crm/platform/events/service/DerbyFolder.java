package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.persistence.JtaTransactions;
import io.guanxi.crm.platform.schema.Migration;
import java.nio.file.Path;
import java.time.Clock;
import javax.transaction.xa.XAException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.apache.commons.dbcp2.PoolableConnection;
import org.apache.commons.dbcp2.managed.DataSourceXAConnectionFactory;
import org.apache.commons.dbcp2.managed.ManagedDataSource;
import org.apache.commons.dbcp2.managed.PoolableManagedConnectionFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.derby.jdbc.EmbeddedXADataSource;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;

/** A Derby in a folder, as in production: what is committed is on the disk. */
final class DerbyFolder {

    private DerbyFolder() {}

    static Stores open(Path folder) throws XAException {
        GeronimoTransactionManager manager = new GeronimoTransactionManager();
        EmbeddedXADataSource derby = new EmbeddedXADataSource();
        derby.setDatabaseName(folder.toString());
        derby.setCreateDatabase("create");
        DataSourceXAConnectionFactory connections = new DataSourceXAConnectionFactory(manager, derby);
        PoolableManagedConnectionFactory factory = new PoolableManagedConnectionFactory(connections, null);
        factory.setPoolStatements(true);
        GenericObjectPool<PoolableConnection> pool = new GenericObjectPool<>(factory);
        pool.setMaxTotal(20);
        pool.setMaxIdle(20);
        factory.setPool(pool);
        ManagedDataSource<PoolableConnection> dataSource =
                new ManagedDataSource<>(pool, connections.getTransactionRegistry());
        dataSource.setAccessToUnderlyingConnectionAllowed(true);
        new Migration(new ClassLoaderResourceAccessor(DerbyFolder.class.getClassLoader()))
                .run(dataSource, "db/events.changelog.xml");
        return Stores.of(dataSource, new JtaTransactions(manager), Clock.systemUTC());
    }
}
