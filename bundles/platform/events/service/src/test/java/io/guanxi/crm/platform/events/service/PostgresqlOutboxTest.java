package io.guanxi.crm.platform.events.service;

public class PostgresqlOutboxTest extends OutboxContract {

    public PostgresqlOutboxTest() {
        super(new PostgresqlEvents());
    }
}
