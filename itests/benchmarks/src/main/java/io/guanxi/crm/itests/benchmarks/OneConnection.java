package io.guanxi.crm.itests.benchmarks;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lends the same connection to everybody, as a pool does to one caller after the other. */
final class OneConnection implements InvocationHandler {

    private final Connection connection;
    private final Connection lent;

    OneConnection(Connection connection) {
        this.connection = connection;
        this.lent = proxy(Connection.class);
    }

    DataSource pool() {
        return proxy(DataSource.class);
    }

    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("getConnection") && proxy != lent) {
            return lent;
        }
        if (method.getName().equals("close")) {
            return null;
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
