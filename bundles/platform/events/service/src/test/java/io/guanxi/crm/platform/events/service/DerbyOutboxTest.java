package io.guanxi.crm.platform.events.service;

public class DerbyOutboxTest extends OutboxContract {

    public DerbyOutboxTest() {
        super(new DerbyEvents());
    }
}
