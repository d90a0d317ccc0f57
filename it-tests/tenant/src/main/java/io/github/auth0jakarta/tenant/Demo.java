package io.github.auth0jakarta.tenant;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the samples log in with; everybody may know it, because it opens nothing but a sample. */
public final class Demo {

    public static final String CLIENT_ID = "sample-client";
    public static final String CLIENT_SECRET = "sample-client-secret-for-loopback-only";
    public static final String AUDIENCE = "https://api.example.com";
    public static final String REPORTS_AUDIENCE = "https://reports.example.com";
    public static final String ORGANIZATION_ID = "org_acme";
    public static final String ORGANIZATION_NAME = "acme";
    /** What the second factor's form takes from everybody. */
    public static final String ONE_TIME_CODE = "123456";

    public static final String ROLES_CLAIM = "https://example.com/roles";
    public static final String ALICE_SUB = "auth0|alice";
    public static final String ALICE_EMAIL = "alice@example.com";
    public static final String ALICE_PASSWORD = "Alice-in-Wonderland-1";
    public static final String BOB_SUB = "auth0|bob";
    public static final String BOB_EMAIL = "bob@example.com";
    public static final String BOB_PASSWORD = "Bob-the-Builder-1";

    /** The type of the tokens that {@link #legacyToken} makes. */
    public static final String LEGACY_TOKEN_TYPE = "urn:example:legacy-token";

    public static final String CONNECTION = "google-oauth2";
    public static final String ALICE_GOOGLE_ID = "108251222085688410292";
    public static final String BOB_GOOGLE_ID = "208251222085688410292";

    private static final String LEGACY_TOKEN = "legacy token of ";

    private Demo() {}

    /** Returns a foreign token that the tenant exchanges for one of its own for this user. */
    public static String legacyToken(String sub) {
        return LEGACY_TOKEN + sub;
    }

    static ExchangeProfile legacyTokens() {
        return new ExchangeProfile(
                LEGACY_TOKEN_TYPE,
                token -> token.startsWith(LEGACY_TOKEN) ? token.substring(LEGACY_TOKEN.length()) : null);
    }

    /** Both users have an account at the same connection; alice has a second one elsewhere. */
    static List<ConnectedAccounts.Account> accounts() {
        Set<String> scopes = Set.of("profile", "https://www.googleapis.com/auth/calendar.readonly");
        Instant connected = Instant.parse("2026-01-01T00:00:00Z");
        return List.of(
                new ConnectedAccounts.Account(
                        "cac_alice_google", ALICE_SUB, CONNECTION, ALICE_GOOGLE_ID, scopes, connected),
                new ConnectedAccounts.Account(
                        "cac_alice_github", ALICE_SUB, "github", "4711", Set.of("repo"), connected),
                new ConnectedAccounts.Account("cac_bob_google", BOB_SUB, CONNECTION, BOB_GOOGLE_ID, scopes, connected));
    }

    /** Returns a client whose callback is {@code /auth/callback} under each address and who comes back to the address itself after logout. */
    public static Client.Builder client(String... applicationUrls) {
        return client(CLIENT_ID, CLIENT_SECRET, AUDIENCE, List.of(applicationUrls));
    }

    static Client.Builder client(String id, String secret, String audience, List<String> applicationUrls) {
        Client.Builder client = Client.builder(id, secret)
                .machineGrant(audience, "read:orders", "write:orders")
                .machineOrganization(ORGANIZATION_ID)
                .refreshTarget(REPORTS_AUDIENCE, "read:reports", "write:reports")
                .api(audience)
                .exchangeTarget(REPORTS_AUDIENCE, "read:reports", "write:reports");
        for (String url : applicationUrls) {
            String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
            client.callbackUrls(base + "/auth/callback").logoutUrls(base, base + "/");
        }
        return client;
    }

    /** Returns the API with the scopes {@code read:orders} and {@code write:orders}. */
    public static Api api() {
        return api(AUDIENCE);
    }

    static Api api(String audience) {
        return Api.of(audience, "read:orders", "write:orders");
    }

    /** Returns a second API, with the scopes {@code read:reports} and {@code write:reports}, that refresh tokens of the client reach. */
    public static Api reports() {
        return Api.of(REPORTS_AUDIENCE, "read:reports", "write:reports");
    }

    /** Returns the organisation that alice is a member of. */
    public static Organization organization() {
        return Organization.of(ORGANIZATION_ID, ORGANIZATION_NAME, ALICE_SUB);
    }

    /** Returns a user who may do everything with orders but only read reports, and has the role admin. */
    public static User alice() {
        return alice(AUDIENCE);
    }

    static User alice(String audience) {
        return User.builder(ALICE_SUB, ALICE_EMAIL, ALICE_PASSWORD)
                .name("Alice Example")
                .permissions(audience, "read:orders", "write:orders")
                .permissions(REPORTS_AUDIENCE, "read:reports")
                .claim(ROLES_CLAIM, List.of("admin", "user"))
                .build();
    }

    /** Returns a user who may log in and nothing else. */
    public static User bob() {
        return User.builder(BOB_SUB, BOB_EMAIL, BOB_PASSWORD)
                .name("Bob Example")
                .claim(ROLES_CLAIM, List.of("user"))
                .build();
    }
}
