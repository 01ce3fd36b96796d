package io.guanxi.crm.platform.events.service;

public class DerbyDeadLettersTest extends DeadLettersContract {

    public DerbyDeadLettersTest() {
        super(new DerbyEvents());
    }
}
