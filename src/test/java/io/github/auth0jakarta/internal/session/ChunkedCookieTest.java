package io.github.auth0jakarta.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestSecrets;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedCookieTest {

    private static final String NAME = "__Host-session";
    private static final Duration DAY = Duration.ofDays(1);
    private static final int CHUNK = ChunkedCookie.CHUNK_CHARACTERS;

    private final ChunkedCookie cookie =
            new ChunkedCookie("session", new CookieAttributes("/", null, true, SameSite.LAX, true));

    private static RequestCookies cookies(String... namesAndValues) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(Map.entry(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new RequestCookies(pairs);
    }

    private static String chunk(int number) {
        return NAME + "__" + number;
    }

    private static String value(int length) {
        return "abcdefghij".repeat(length / 10 + 1).substring(0, length);
    }

    private List<String> write(int length, RequestCookies carried) {
        return cookie.write(value(length), DAY, carried);
    }

    @Test
    void writeWhenShortThenOneCookie() {
        assertThat(cookie.write("abc", DAY, RequestCookies.NONE))
                .containsExactly(NAME + "=abc; Path=/; Max-Age=86400; Secure; HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1, 5 * CHUNK - 1, 5 * CHUNK})
    @Tag("SC-10")
    void readWhenWrittenThenSameValueInCookiesThatBrowsersTake(int length) {
        List<String> headers = write(length, RequestCookies.NONE);
        assertThat(headers).hasSize((length + CHUNK - 1) / CHUNK).allMatch(header -> header.length() <= 4_096);
        Browser browser = new Browser();
        browser.receive(headers);
        assertThat(cookie.read(browser.cookies())).contains(value(length));
    }

    @Test
    void writeWhenItJustFitsOneCookieThenNoChunk() {
        assertThat(write(CHUNK, RequestCookies.NONE)).singleElement().asString().startsWith(NAME + "=");
        assertThat(write(CHUNK + 1, RequestCookies.NONE).get(0)).startsWith(chunk(0) + "=");
        assertThat(cookie.name()).isEqualTo(NAME);
    }

    @Test
    @Tag("SC-10")
    void writeWhenTooLongThenRefused() {
        assertThat(ChunkedCookie.fits(value(5 * CHUNK))).isTrue();
        assertThat(ChunkedCookie.fits(value(5 * CHUNK + 1))).isFalse();
        assertThatThrownBy(() -> write(5 * CHUNK + 1, RequestCookies.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readWhenNothingThenEmpty() {
        assertThat(cookie.read(RequestCookies.NONE)).isEmpty();
        assertThat(cookie.read(cookies("session", "a", NAME + "x", "b", NAME + "__", "c", NAME + "__x", "d")))
                .isEmpty();
    }

    @Test
    @Tag("SC-19")
    void readWhenTwoOfTheSameNameThenTheFirst() {
        assertThat(cookie.read(cookies(NAME, "A", NAME, "B"))).contains("A");
    }

    @Test
    @Tag("SC-19")
    void readWhenSingleAndChunksThenTheSingle() {
        assertThat(cookie.read(cookies(chunk(0), "x", chunk(1), "y", NAME, "A")))
                .contains("A");
    }

    @Test
    void readWhenChunksInAnyOrderThenJoinedByNumber() {
        assertThat(cookie.read(cookies(chunk(2), "c", chunk(0), "a", "other", "o", chunk(1), "b")))
                .contains("abc");
    }

    @Test
    @Tag("SC-05")
    void readWhenChunkMissingThenEmpty() {
        assertThat(cookie.read(cookies(chunk(0), "a", chunk(2), "c"))).isEmpty();
        assertThat(cookie.read(cookies(chunk(1), "b", chunk(2), "c"))).isEmpty();
        assertThat(cookie.read(cookies(chunk(0), "a", chunk(4), "e"))).isEmpty();
    }

    @Test
    @Tag("SC-05")
    void readWhenChunkTwiceThenEmptyEvenIfEqual() {
        assertThat(cookie.read(cookies(chunk(0), "a", chunk(1), "b", chunk(1), "b")))
                .isEmpty();
    }

    @Test
    @Tag("SC-05")
    @Tag("SC-11")
    void readWhenMoreChunksThanAreWrittenThenEmpty() {
        RequestCookies six =
                cookies(chunk(0), "a", chunk(1), "b", chunk(2), "c", chunk(3), "d", chunk(4), "e", chunk(5), "f");
        assertThat(cookie.read(six)).isEmpty();
        assertThat(cookie.read(cookies(chunk(0), "a", chunk(9), "b"))).isEmpty();
        assertThat(cookie.read(cookies(chunk(0), "a", chunk(12), "b"))).isEmpty();
    }

    @Test
    @Tag("SC-11")
    void readWhenHugeNumberThenItCostsNothingAndChangesNothing() {
        String huge = NAME + "__99999999";
        assertThat(cookie.read(cookies(huge, "x"))).isEmpty();
        assertThat(cookie.read(
                        cookies(huge, "x", chunk(0), "a", NAME + "__" + "9".repeat(1_000), "y", "chunks", "9999")))
                .contains("a");
        assertThat(cookie.read(cookies(chunk(0), "a", NAME + "__-1", "x", NAME + "__01", "y", NAME + "__\u0661", "z")))
                .contains("a");
        assertThat(cookie.clear(cookies(huge, "x"))).isEmpty();
    }

    @Test
    @Tag("SC-12")
    void writeWhenValueShrinksOrGrowsThenNothingStaleIsLeft() {
        RandomGenerator random = SeededRandom.of(2);
        Browser browser = new Browser();
        for (int i = 0; i < 300; i++) {
            int length = 1 + random.nextInt(5 * CHUNK);
            browser.receive(write(length, browser.cookies()));
            assertThat(cookie.read(browser.cookies())).contains(value(length));
            assertThat(browser.cookies().pairs()).hasSize((length + CHUNK - 1) / CHUNK);
        }
        browser.receive(cookie.clear(browser.cookies()));
        assertThat(browser.cookies().pairs()).isEmpty();
    }

    @Test
    void writeWhenNothingStaleThenNothingDeleted() {
        assertThat(write(2 * CHUNK, cookies(chunk(0), "a", chunk(1), "b", "other", "x")))
                .hasSize(2);
    }

    @Test
    void clearWhenNothingCarriedThenNoHeader() {
        assertThat(cookie.clear(cookies("other", "x"))).isEmpty();
    }

    @Test
    @Tag("SC-12")
    @Tag("LO-02")
    void clearWhenCarriedThenAllDeletedAsTheyWereSet() {
        assertThat(cookie.clear(cookies(chunk(1), "b", NAME, "x", chunk(12), "old", NAME, "again")))
                .containsExactly(
                        NAME + "=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax",
                        chunk(1) + "=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax",
                        chunk(12) + "=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void constructorWhenNameAndPathLeaveNoRoomThenRefused() {
        CookieAttributes longPath = new CookieAttributes("/" + "p".repeat(600), null, true, SameSite.LAX, true);
        assertThatThrownBy(() -> new ChunkedCookie("session", longPath)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void requestCookiesWhenFromServletThenSamePairs() {
        assertThat(RequestCookies.of(null).pairs()).isEmpty();
        Cookie[] cookies = {new Cookie("a", "1"), new Cookie("b", null), new Cookie("a", "2")};
        assertThat(RequestCookies.of(cookies).pairs())
                .containsExactly(Map.entry("a", "1"), Map.entry("b", ""), Map.entry("a", "2"));
        assertThat(RequestCookies.of(cookies)).hasToString("RequestCookies[a, b]");
    }

    /** SC-05: whatever is done with the pieces of sealed sessions, none comes out but a whole one. */
    @Test
    @Tag("SC-05")
    void openWhenChunksOfSealedSessionsAreSwappedOrMixedThenEmpty() {
        CookieSeal seal = new CookieSeal(List.of(TestSecrets.NEW), "session", "app", new SecureRandom());
        List<String> first = sealedChunks(seal, 'a');
        List<String> second = sealedChunks(seal, 'b');
        assertThat(opens(seal, first)).isTrue();
        assertThat(opens(seal, second)).isTrue();
        RandomGenerator random = SeededRandom.of(3);
        for (int i = 0; i < 500; i++) {
            List<String> mixed = new ArrayList<>();
            for (int chunk = 0; chunk < first.size(); chunk++) {
                mixed.add((random.nextBoolean() ? first : second).get(random.nextInt(first.size())));
            }
            assertThat(opens(seal, mixed)).isEqualTo(mixed.equals(first) || mixed.equals(second));
        }
        List<String> reversed = new ArrayList<>(first);
        Collections.reverse(reversed);
        assertThat(opens(seal, reversed)).isFalse();
        assertThat(opens(seal, first.subList(0, 2))).isFalse();
    }

    private List<String> sealedChunks(CookieSeal seal, char content) {
        byte[] plaintext = String.valueOf(content).repeat(7_000).getBytes(StandardCharsets.US_ASCII);
        Browser browser = new Browser();
        browser.receive(cookie.write(seal.seal(NAME, plaintext), DAY, RequestCookies.NONE));
        List<String> chunks =
                browser.cookies().pairs().stream().map(Map.Entry::getValue).toList();
        assertThat(chunks).hasSize(3);
        return chunks;
    }

    private boolean opens(CookieSeal seal, List<String> chunks) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            pairs.add(Map.entry(chunk(i), chunks.get(i)));
        }
        return cookie.read(new RequestCookies(pairs))
                .flatMap(value -> seal.open(NAME, value))
                .isPresent();
    }
}
