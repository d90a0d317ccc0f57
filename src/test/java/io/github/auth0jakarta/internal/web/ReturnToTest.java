package io.github.auth0jakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.testing.BrowserUrl;
import io.github.auth0jakarta.testing.ReturnToCorpus;
import io.github.auth0jakarta.testing.SeededRandom;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {

    private static final String ORIGIN = "https://app.example.com";
    private static final String OTHER = "https://other.example";
    private static final BrowserUrl PROVIDER = BrowserUrl.absolute("https://tenant.example/authorize/resume");
    private static final Pattern URL_CHARACTERS = Pattern.compile("[\\x21-\\x7E&&[^\\\\\"<>]]+");
    private static final Set<String> ROUTES = Set.of("/auth/login", "/auth/callback", "/auth/logout", "/auth/mfa/*");

    private final ReturnTo returnTo = new ReturnTo(URI.create(ORIGIN), ROUTES, Set.of(URI.create(OTHER)));
    private final ReturnTo inShop = new ReturnTo(URI.create(ORIGIN + "/shop/"), ROUTES, Set.of());

    @SuppressWarnings("unused") // by the name
    static final List<String> UNSAFE = ReturnToCorpus.UNSAFE;

    @SuppressWarnings("unused") // by the name
    static final List<String> SAFE = ReturnToCorpus.SAFE;

    @ParameterizedTest
    @NullSource
    @FieldSource("UNSAFE")
    @Tag("OR-08")
    @Tag("OR-10")
    void locationWhenUnsafeThenStartPage(String requested) {
        assertThat(returnTo.location(requested)).isEqualTo(ORIGIN + "/");
        assertThat(inShop.location(requested)).isEqualTo(ORIGIN + "/shop/");
    }

    @ParameterizedTest
    @FieldSource("SAFE")
    void locationWhenSafeThenUnchanged(String requested) {
        assertThat(returnTo.location(requested)).isEqualTo(ORIGIN + requested);
        assertThat(inShop.location(requested)).isEqualTo(ORIGIN + requested);
        assertThat(returnTo.location(ORIGIN + requested)).isEqualTo(ORIGIN + requested);
        assertThat(returnTo.location(OTHER + requested)).isEqualTo(OTHER + requested);
        assertStaysHere(returnTo.location(requested));
    }

    /** Both lists are worth something only if a browser is led away by the first, and never by the second. */
    @Test
    void corpusWhenResolvedByABrowserThenUnsafeLeavesInManyWays() {
        assertThat(UNSAFE).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(73);
        assertThat(SAFE).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(28);
        BrowserUrl page = BrowserUrl.absolute(ORIGIN + "/page");
        assertThat(UNSAFE.stream().filter(text -> leaves(page, text))).hasSizeGreaterThan(70);
        assertThat(UNSAFE.stream().filter(text -> leaves(page, ORIGIN + text))).hasSizeGreaterThan(5);
        assertThat(SAFE).noneMatch(text -> leaves(page, text) || leaves(page, ORIGIN + text));
    }

    private static boolean leaves(BrowserUrl page, String text) {
        return page.resolve(text).filter(url -> !url.origin().equals(ORIGIN)).isPresent();
    }

    @Test
    void locationWhenAnythingThenABrowserStaysHere() {
        RandomGenerator random = SeededRandom.of(5);
        int used = 0;
        for (int i = 0; i < 20_000; i++) {
            String location = returnTo.location(requested(random));
            assertStaysHere(location);
            used += location.equals(ORIGIN + "/") ? 0 : 1;
        }
        assertThat(used).as("requests that were granted").isGreaterThan(1_000);
    }

    private static void assertStaysHere(String location) {
        BrowserUrl url = PROVIDER.resolve(location).orElseThrow();
        assertThat(url.origin()).as(location).isIn(ORIGIN, OTHER);
        assertThat(url.path()).as(location).doesNotStartWith("//");
        assertThat(location).matches(URL_CHARACTERS);
    }

    private static final List<String> PIECES = List.of(
            "/",
            "/",
            "/",
            "//",
            "\\",
            ".",
            "..",
            "%2e",
            "%2F",
            "%5c",
            "%09",
            "%",
            ";",
            "\t",
            "\r\n",
            " ",
            "\u0000",
            ":",
            "@",
            "?",
            "#",
            "a",
            "b",
            "evil.example",
            "app.example.com",
            "https:",
            "https://",
            "javascript:",
            ORIGIN,
            OTHER,
            "\u3002",
            "\uFF0F",
            "\uFF0E",
            "\u00E9",
            "\uD83D\uDE00",
            "\uD83D",
            "\uFEFF",
            "\"",
            "<",
            "{",
            "[",
            "]",
            ":443");

    private static String requested(RandomGenerator random) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : random.nextInt(3) == 0 ? ORIGIN : "/");
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "/é,           /%C3%A9",
        "/你?q=好#末,    /%E4%BD%A0?q=%E5%A5%BD#%E6%9C%AB",
        "/😀,          /%F0%9F%98%80",
        "/／evil,       /%EF%BC%8Fevil",
        "/a|b^c`d{e}f, /a%7Cb%5Ec%60d%7Be%7Df",
        "/?<script>,   /?%3Cscript%3E",
    })
    void locationWhenNoUrlCharactersThenPercentEncodedAsBrowsersDo(String requested, String expected) {
        assertThat(returnTo.location(requested)).isEqualTo(ORIGIN + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/login",
                "/auth/login/",
                "/auth/login?returnTo=/",
                "/auth/login#x",
                "/auth/login;jsessionid=1",
                "/auth;x/login",
                "/auth//login",
                "/auth/./login",
                "/x/../auth/login",
                "/auth/x/%2e%2e/login",
                "/%61uth/log%69n",
                "/auth%2Flogin",
                "/auth/callback?code=x&state=y",
                "/auth/logout",
                "/auth/mfa",
                "/auth/mfa/",
                "/auth/mfa/challenge",
                ORIGIN + "/auth/logout",
            })
    void locationWhenOwnRouteThenStartPage(String requested) {
        assertThat(returnTo.location(requested)).isEqualTo(ORIGIN + "/");
    }

    @Test
    void locationWhenBasePathThenRoutesAreBelowIt() {
        assertThat(inShop.location("/shop/auth/login")).isEqualTo(ORIGIN + "/shop/");
        assertThat(inShop.location("/shop/auth/mfa/x")).isEqualTo(ORIGIN + "/shop/");
        assertThat(inShop.location("/auth/login")).isEqualTo(ORIGIN + "/auth/login");
        assertThat(inShop.location("/elsewhere")).isEqualTo(ORIGIN + "/elsewhere");
    }

    @Test
    void locationWhenOtherOriginHasSuchAPathThenAllowed() {
        assertThat(returnTo.location(OTHER + "/auth/login")).isEqualTo(OTHER + "/auth/login");
        assertThat(returnTo.location(OTHER)).isEqualTo(OTHER);
        assertThat(returnTo.location(OTHER + "?x")).isEqualTo(OTHER + "?x");
        assertThat(inShop.location(OTHER + "/x")).isEqualTo(ORIGIN + "/shop/");
    }

    @Test
    void locationWhenLongerThan2048CharactersThenStartPage() {
        String longest = "/" + "a".repeat(2_047);
        assertThat(returnTo.location(longest)).isEqualTo(ORIGIN + longest);
        assertThat(returnTo.location(longest + "a")).isEqualTo(ORIGIN + "/");
        assertThat(returnTo.location("/" + "a".repeat(20_000))).isEqualTo(ORIGIN + "/");
        assertThat(returnTo.location("/" + "ä".repeat(341))).hasSizeGreaterThan(2_046);
        assertThat(returnTo.location("/" + "ä".repeat(342))).isEqualTo(ORIGIN + "/");
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com,           https://app.example.com/",
        "https://APP.Example.com:443/,      https://app.example.com/",
        "http://localhost:8080/shop,        http://localhost:8080/shop/",
        "http://localhost:80,               http://localhost/",
        "https://app.example.com:80/a/b/,   https://app.example.com:80/a/b/",
        "http://[::1]:8080/,                http://[::1]:8080/",
    })
    void defaultLocationWhenBaseUrlThenItsOriginAsBrowsersWriteIt(URI baseUrl, String expected) {
        ReturnTo other = new ReturnTo(baseUrl, Set.of(), Set.of());
        assertThat(other.defaultLocation()).isEqualTo(expected);
        assertThat(other.location("/x")).isEqualTo(BrowserUrl.absolute(expected).origin() + "/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.example.com",
                "/shop",
                "ftp://a.example/",
                "https:///x",
                "mailto:a@b",
                "https://u@a.example/"
            })
    void constructorWhenBaseUrlIsNoneThenRefused(URI baseUrl) {
        assertThatThrownBy(() -> new ReturnTo(baseUrl, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void constructorWhenRouteIsNoPathThenRefused() {
        Set<String> route = Set.of("auth/login");
        assertThatThrownBy(() -> new ReturnTo(URI.create(ORIGIN), route, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a path: auth/login");
    }

    @Test
    void constructorWhenOtherOriginHasAnotherSchemeThenRefused() {
        Set<URI> http = Set.of(URI.create("http://other.example"));
        assertThatThrownBy(() -> new ReturnTo(URI.create(ORIGIN), Set.of(), http))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
