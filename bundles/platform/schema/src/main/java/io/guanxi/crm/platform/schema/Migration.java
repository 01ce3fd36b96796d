package io.guanxi.crm.platform.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.FastCheckService;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings one module's tables up to its changelog; one migration at a time, as Liquibase keeps one lock table. */
public final class Migration {

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final ResourceAccessor resources;

    public Migration(ResourceAccessor resources) {
        this.resources = resources;
    }

    /**
     * @throws DatabaseAwayException where the database doesn't answer
     * @throws MigrationFailedException where a change set fails; those before it stay, it and those behind it are not applied
     */
    public void run(DataSource dataSource, String changelog) {
        ONE_AT_A_TIME.lock();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Liquibase.class.getClassLoader());
        try (Connection connection = connection(dataSource, changelog)) {
            Scope.child(scope(), () -> update(connection, changelog));
        } catch (DatabaseAwayException e) {
            throw e;
        } catch (Exception e) { // Liquibase's own signature
            throw new MigrationFailedException(changelog, e);
        } finally {
            thread.setContextClassLoader(before);
            ONE_AT_A_TIME.unlock();
        }
    }

    private static Connection connection(DataSource dataSource, String changelog) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new DatabaseAwayException(changelog, e);
        }
    }

    private void update(Connection connection, String changelog) throws Exception {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        // It remembers that a changelog of this name was applied, and would pass over the next version's.
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
        Liquibase liquibase = new Liquibase(changelog, resources, database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.update(new Contexts());
        restoreAutoCommit(connection);
    }

    /** Liquibase turns it off; a pool would hand the connection out like that. */
    private static void restoreAutoCommit(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
    }

    private Map<String, Object> scope() {
        Map<String, Object> scope = new HashMap<>();
        scope.put(Scope.Attr.classLoader.name(), Liquibase.class.getClassLoader());
        scope.put(Scope.Attr.ui.name(), new LoggerUIService());
        scope.put(Scope.Attr.resourceAccessor.name(), resources);
        scope.put("liquibase.analytics.enabled", false);
        return scope;
    }
}
