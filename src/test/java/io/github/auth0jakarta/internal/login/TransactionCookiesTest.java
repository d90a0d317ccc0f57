package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FixedTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionCookiesTest {
    private final TransactionCookies transactions = LoginFlow.transactions("transaction", "app-1");
    private final Browser browser = new Browser();

    /** The n-th login; later ones began later. */
    private static Transaction login(int n) {
        String state = "s".repeat(42) + n;
        return new Transaction(
                state,
                "nonce-" + n,
                "verifier-" + n,
                "https://app.example/auth/callback",
                FixedTime.START.plusSeconds(n),
                new Transaction.Request("openid", null, Expectations.NONE),
                new Transaction.Afterwards("https://app.example/page", Map.of(), null));
    }

    private void begin(int n) {
        browser.receive(transactions.begin(login(n), browser.cookies()).orElseThrow());
    }

    private List<Integer> found() {
        List<Integer> found = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            if (transactions.find(login(n).state(), browser.cookies()) != null) {
                found.add(n);
            }
        }
        return found;
    }

    @Test
    void findWhenBegunThenTheSameLogin() {
        begin(1);
        begin(2);
        assertThat(transactions.find(login(1).state(), browser.cookies())).isEqualTo(login(1));
        assertThat(transactions.find(login(2).state(), browser.cookies())).isEqualTo(login(2));
        assertThat(transactions.find(login(3).state(), browser.cookies())).isNull();
    }

    @Test
    void beginWhenFourAreInFlightThenTheOldestGoes() {
        for (int n : new int[] {3, 1, 4, 2}) {
            begin(n);
        }
        assertThat(found()).containsExactly(1, 2, 3, 4);
        begin(5);
        assertThat(found()).containsExactly(2, 3, 4, 5);
        begin(6);
        assertThat(found()).containsExactly(3, 4, 5, 6);
    }

    @Test
    void beginWhenSomeCannotBeReadThenThoseGoFirst() {
        begin(1);
        begin(2);
        browser.receive(List.of("__txn_garbage=x; Path=/", "__txn_" + login(9).state() + "=y; Path=/"));
        begin(3);
        begin(4);
        assertThat(browser.cookies().namesBeginningWith("__txn_")).hasSize(4);
        assertThat(found()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void beginWhenThereAreFarTooManyThenFourAreLeft() {
        List<String> planted = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            planted.add("__txn_" + i + "=x; Path=/");
        }
        browser.receive(planted);
        begin(1);
        assertThat(browser.cookies().namesBeginningWith("__txn_")).hasSize(4);
        assertThat(found()).containsExactly(1);
    }

    @Test
    void findWhenTheCookieIsMovedToAnotherStateThenNull() {
        begin(1);
        String value = browser.cookies().first("__txn_" + login(1).state()).orElseThrow();
        RequestCookies moved = new RequestCookies(List.of(Map.entry("__txn_" + login(2).state(), value)));
        assertThat(transactions.find(login(2).state(), moved)).isNull();
    }

    @Test
    void findWhenSealedForAnotherPurposeOrApplicationThenNull() {
        for (TransactionCookies stranger :
                List.of(LoginFlow.transactions("session", "app-1"), LoginFlow.transactions("transaction", "app-2"))) {
            Browser other = new Browser();
            other.receive(stranger.begin(login(1), other.cookies()).orElseThrow());
            assertThat(stranger.find(login(1).state(), other.cookies())).isNotNull();
            assertThat(transactions.find(login(1).state(), other.cookies())).isNull();
        }
    }

    @Test
    void findWhenTamperedWithThenNull() {
        begin(1);
        String name = "__txn_" + login(1).state();
        String value = browser.cookies().first(name).orElseThrow();
        for (int i = 0; i < value.length(); i += 7) {
            char other = value.charAt(i) == 'A' ? 'B' : 'A';
            String changed = value.substring(0, i) + other + value.substring(i + 1);
            assertThat(transactions.find(login(1).state(), new RequestCookies(List.of(Map.entry(name, changed)))))
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "../../../../../../../../../../../../../../x",
                "s s",
                "ssssssssssssssssssssssssssssssssssssssssssss"
            })
    void findWhenTheStateIsNoneOfOursThenNullWithoutALook(String state) {
        RequestCookies cookies = new RequestCookies(List.of(Map.entry("__txn_" + state, "x")));
        assertThat(transactions.find(state, cookies)).isNull();
    }

    @Test
    void endWhenCalledThenThatOneGoes() {
        begin(1);
        begin(2);
        browser.receive(List.of(transactions.end(login(1))));
        assertThat(found()).containsExactly(2);
    }

    @Test
    void clearWhenCalledThenAllGoAndNothingElse() {
        begin(1);
        begin(2);
        browser.receive(List.of("other=x; Path=/"));
        browser.receive(transactions.clear(browser.cookies()));
        assertThat(browser.cookies().namesBeginningWith("")).containsExactly("other");
    }

    @Test
    void toStringWhenCalledThenSaysNothing() {
        assertThat(login(1)).hasToString("Transaction");
    }

    @Test
    void ofWhenAMemberIsMissingOrOfAnotherTypeThenNull() {
        for (String member : login(1).toMap().keySet()) {
            Map<String, Object> members = login(1).toMap();
            assertThat(Transaction.of(members)).isEqualTo(login(1));
            members.remove(member);
            assertThat(Transaction.of(members)).isNull();
            members.put(member, List.of());
            assertThat(Transaction.of(members)).isNull();
        }
    }
}
