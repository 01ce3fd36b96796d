package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.JtaTransactions;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.schema.Migration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import javax.transaction.xa.XAException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.apache.commons.dbcp2.PoolableConnection;
import org.apache.commons.dbcp2.managed.DataSourceXAConnectionFactory;
import org.apache.commons.dbcp2.managed.ManagedDataSource;
import org.apache.commons.dbcp2.managed.PoolableManagedConnectionFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.postgresql.xa.PGXADataSource;

/** A database on a PostgreSQL server that all tests share. */
final class PostgresqlEvents extends EventDatabase {

    private static final EmbeddedPostgres SERVER = server();

    private final ManagedDataSource<PoolableConnection> dataSource;
    private final Transactions transactions;

    PostgresqlEvents() {
        try {
            TransactionManager manager = new GeronimoTransactionManager();
            this.dataSource = pool(manager);
            this.transactions = new JtaTransactions(manager);
        } catch (XAException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void before() {
        Jdbc jdbc = new Jdbc(dataSource);
        jdbc.update("DROP SCHEMA public CASCADE", Jdbc.NONE);
        jdbc.update("CREATE SCHEMA public", Jdbc.NONE);
        new Migration(new ClassLoaderResourceAccessor(PostgresqlEvents.class.getClassLoader()))
                .run(dataSource, "db/events.changelog.xml");
    }

    @Override
    protected void after() {
        stopNodes();
        try {
            dataSource.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    DataSource dataSource() {
        return dataSource;
    }

    @Override
    Transactions transactions() {
        return transactions;
    }

    private static ManagedDataSource<PoolableConnection> pool(TransactionManager manager) {
        PGXADataSource postgresql = new PGXADataSource();
        postgresql.setUrl("jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/postgres?reWriteBatchedInserts=true");
        postgresql.setUser("postgres");
        postgresql.setPassword("postgres");
        DataSourceXAConnectionFactory connections = new DataSourceXAConnectionFactory(manager, postgresql);
        PoolableManagedConnectionFactory factory = new PoolableManagedConnectionFactory(connections, null);
        GenericObjectPool<PoolableConnection> pool = new GenericObjectPool<>(factory);
        pool.setMaxTotal(20);
        pool.setMaxIdle(20);
        factory.setPool(pool);
        ManagedDataSource<PoolableConnection> managed =
                new ManagedDataSource<>(pool, connections.getTransactionRegistry());
        managed.setAccessToUnderlyingConnectionAllowed(true);
        return managed;
    }

    private static EmbeddedPostgres server() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
