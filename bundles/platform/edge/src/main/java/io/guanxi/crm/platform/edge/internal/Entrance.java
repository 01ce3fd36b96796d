package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.idempotency.Replies;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.SignIn;

/** What the filters of all modules share. */
record Entrance(
        Neighbour<SignIn> signIn,
        Neighbour<Replies> replies,
        EdgeSettings settings,
        Doorman doorman,
        CallerRates rates,
        WaitingRoom waitingRoom,
        RequestLog log)
        implements AutoCloseable {

    static Entrance of(Neighbour<SignIn> signIn, Neighbour<Replies> replies, EdgeSettings settings) {
        return new Entrance(
                signIn,
                replies,
                settings,
                new Doorman(signIn),
                new CallerRates(settings),
                new WaitingRoom(WaitingRoom.PATIENCE, WaitingRoom.LONGEST),
                new RequestLog());
    }

    @Override
    public void close() {
        waitingRoom.close();
        log.close();
        signIn.close();
        replies.close();
    }
}
