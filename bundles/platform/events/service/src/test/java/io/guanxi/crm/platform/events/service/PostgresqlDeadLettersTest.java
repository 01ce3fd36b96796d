package io.guanxi.crm.platform.events.service;

public class PostgresqlDeadLettersTest extends DeadLettersContract {

    public PostgresqlDeadLettersTest() {
        super(new PostgresqlEvents());
    }
}
