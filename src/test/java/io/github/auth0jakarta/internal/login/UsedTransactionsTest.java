package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.Together;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsedTransactionsTest {
    private final UsedTransactions used = new UsedTransactions(Duration.ofMinutes(10));

    @Test
    void useWhenFirstThenTrueAndNeverAgain() {
        assertThat(used.use("a")).isTrue();
        assertThat(used.use("a")).isFalse();
        assertThat(used.use("a")).isFalse();
        assertThat(used.use("b")).isTrue();
    }

    @Test
    void useWhenFiftyThreadsTryAtOnceThenOneSucceeds() {
        assertThat(Together.call(50, () -> used.use("a"), () -> {})).containsOnlyOnce(true);
    }
}
