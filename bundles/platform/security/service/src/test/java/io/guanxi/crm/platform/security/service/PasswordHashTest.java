package io.guanxi.crm.platform.security.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

public class PasswordHashTest {

    @Test
    public void isSaltedArgon2id() {
        String hash = PasswordHash.of("secret");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(PasswordHash.of("secret"));
        assertThat(PasswordHash.matches("secret", hash)).isTrue();
        assertThat(PasswordHash.matches("Secret", hash)).isFalse();
    }

    @Test
    public void agreesWithTheReferenceImplementation() {
        // echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1, from the test vectors of phc-winner-argon2
        assertThat(PasswordHash.matches(
                        "password",
                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
                .isTrue();
    }

    @Test
    public void takesComposedAndDecomposedLettersForTheSame() {
        assertThat(PasswordHash.matches("cafe\u0301", PasswordHash.of("caf\u00e9")))
                .isTrue();
    }

    @Test
    public void refusesAForeignForm() {
        assertThatThrownBy(() -> PasswordHash.matches("x", "{SHA}abc")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void manyNamesTogetherAreSlowedDownToo() {
        TestClock clock = new TestClock();
        Throttle throttle = new Throttle(clock);
        for (int i = 0; i < 300; i++) {
            throttle.attempt("name" + i);
        }
        assertThatThrownBy(() -> throttle.attempt("another"))
                .isInstanceOf(io.guanxi.crm.platform.problem.TooManyRequestsException.class);
        clock.advance(Duration.of(1, TimeUnit.MINUTES.toChronoUnit()));
        throttle.attempt("another");
    }
}
