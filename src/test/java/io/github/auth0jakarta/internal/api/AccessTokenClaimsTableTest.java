package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each claim that {@link AccessTokenValidator} reads, with each type and at each boundary, and what becomes of the token.
 *
 * <p>A claim {@code cnf.jkt} is the member {@code jkt} of a claim {@code cnf} that has no other. {@code org_id} is a claim that
 * the API requires.
 */
class AccessTokenClaimsTableTest {
    private static final String ABSENT = "absent";
    private static final String OK = "ok";

    /** What the tables call the codes. */
    private static final Map<Auth0ErrorCode, String> OUTCOMES = Map.ofEntries(
            Map.entry(Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MISSING, "missing"),
            Map.entry(Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MALFORMED, "malformed"),
            Map.entry(Auth0ErrorCode.ACCESS_TOKEN_ISSUER_MISMATCH, "issuer"),
            Map.entry(Auth0ErrorCode.ACCESS_TOKEN_AUDIENCE_MISMATCH, "audience"),
            Map.entry(Auth0ErrorCode.ACCESS_TOKEN_TYPE_MISMATCH, "type"),
            Map.entry(Auth0ErrorCode.ACCESS_TOKEN_EXPIRED, "expired"),
            Map.entry(Auth0ErrorCode.ACCESS_TOKEN_NOT_YET_VALID, "early"),
            Map.entry(Auth0ErrorCode.ACCESS_TOKEN_ISSUED_IN_FUTURE, "future"),
            Map.entry(Auth0ErrorCode.ACCESS_TOKEN_BINDING_UNSUPPORTED, "bound"),
            Map.entry(Auth0ErrorCode.ACCESS_TOKEN_ACTOR_MALFORMED, "actor"),
            Map.entry(Auth0ErrorCode.ACCESS_TOKEN_MALFORMED, "json"));

    /** The columns of the table of types, behind the claim. */
    private static final List<String> TYPES = List.of(ABSENT, "null", "7", "\"x\"", "[\"x\"]", "{\"x\":1}", "true");

    private final FixedTime time = new FixedTime();
    private final AccessTokenValidator validator = new AccessTokenValidator(
            new FakeJwks(TestKeys.RSA).issuer(time),
            new AccessTokenRules(
                    AudienceRule.oneOf(Set.of(TestJwts.AUDIENCE)),
                    Set.of(SignatureAlgorithm.RS256),
                    Set.of("org_id"),
                    new Lifetime(time, Duration.ofSeconds(60))),
            new StrictJson());

    @Test
    void tokenThatTheTablesChangeIsGood() {
        assertThat(validator.validateBearer(token().build())).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # claim  | absent  | null      | number    | text      | list      | object    | boolean
                    iss      | missing | malformed | malformed | issuer    | malformed | malformed | malformed
                    sub      | missing | malformed | malformed | ok        | malformed | malformed | malformed
                    aud      | missing | malformed | malformed | audience  | audience  | malformed | malformed
                    exp      | missing | malformed | expired   | malformed | malformed | malformed | malformed
                    iat      | missing | malformed | ok        | malformed | malformed | malformed | malformed
                    nbf      | ok      | malformed | ok        | malformed | malformed | malformed | malformed
                    org_id   | missing | malformed | ok        | ok        | ok        | ok        | ok
                    events   | ok      | type      | type      | type      | type      | type      | type
                    nonce    | ok      | type      | type      | type      | type      | type      | type
                    at_hash  | ok      | type      | type      | type      | type      | type      | type
                    c_hash   | ok      | type      | type      | type      | type      | type      | type
                    s_hash   | ok      | type      | type      | type      | type      | type      | type
                    act      | ok      | actor     | actor     | actor     | actor     | actor     | actor
                    act.sub  | actor   | actor     | actor     | ok        | actor     | actor     | actor
                    cnf      | ok      | bound     | bound     | bound     | bound     | bound     | bound
                    cnf.jkt  | bound   | bound     | bound     | bound     | bound     | bound     | bound
                    scope    | ok      | ok        | ok        | ok        | ok        | ok        | ok
                    permissions | ok   | ok        | ok        | ok        | ok        | ok        | ok
                    """)
    @Tag("AC-01")
    void typesOfBearerTokens(ArgumentsAccessor row) {
        for (int i = 0; i < TYPES.size(); i++) {
            String claim = cell(row, 0);
            String token = tokenWith(claim, TYPES.get(i));
            decided(cell(row, i + 1), claim + " " + TYPES.get(i), () -> validator.validateBearer(token));
        }
    }

    /** Whoever lets anybody use such a token compares the thumbprint with the key of the proof. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # claim  | absent  | null      | number    | text      | list      | object    | boolean
                    cnf      | ok      | malformed | malformed | malformed | malformed | bound     | malformed
                    cnf.jkt  | bound   | malformed | malformed | malformed | malformed | malformed | malformed
                    cnf.jwk  | bound   | bound     | bound     | bound     | bound     | bound     | bound
                    cnf.kid  | bound   | bound     | bound     | bound     | bound     | bound     | bound
                    nonce    | ok      | type      | type      | type      | type      | type      | type
                    """)
    @Tag("AC-01")
    void typesOfTokensWithAProof(ArgumentsAccessor row) {
        for (int i = 0; i < TYPES.size(); i++) {
            String claim = cell(row, 0);
            String token = tokenWith(claim, TYPES.get(i));
            decided(cell(row, i + 1), claim + " " + TYPES.get(i), () -> validator.validate(token));
        }
    }

    /** The skew is 60 s. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # claim | value                                             | outcome
                    iss     | "https://tenant.example/"                         | ok
                    iss     | "https://tenant.example"                          | issuer
                    iss     | "https://TENANT.example/"                         | issuer
                    iss     | "https://tenant.example/ "                        | issuer
                    iss     | "http://tenant.example/"                          | issuer
                    iss     | ""                                                | malformed
                    sub     | ""                                                | malformed
                    aud     | "https://api.example"                             | ok
                    aud     | ["https://other.example", "https://api.example"]  | ok
                    aud     | ["https://other.example"]                         | audience
                    aud     | "https://api.example/"                            | audience
                    aud     | "https://api.example https://other.example"       | audience
                    aud     | ""                                                | malformed
                    aud     | []                                                | malformed
                    aud     | [""]                                              | malformed
                    aud     | [["https://api.example"]]                         | malformed
                    aud     | ["https://api.example", 1]                        | malformed
                    aud     | ["https://api.example", null]                     | malformed
                    exp     | now-61                                            | expired
                    exp     | now-60.001                                        | expired
                    exp     | now-60                                            | expired
                    exp     | now-59.999                                        | ok
                    exp     | now-59                                            | ok
                    exp     | 0                                                 | expired
                    exp     | -0                                                | expired
                    exp     | 1e-999                                            | expired
                    exp     | -1                                                | malformed
                    exp     | -0.5                                              | malformed
                    exp     | 253402300799                                      | ok
                    exp     | 253402300799.5                                    | malformed
                    exp     | 253402300800                                      | malformed
                    exp     | 9223372036854775807                               | malformed
                    exp     | 1e308                                             | malformed
                    exp     | 1e1000                                            | json
                    exp     | NaN                                               | json
                    exp     | "1795269600"                                      | malformed
                    nbf     | now+59                                            | ok
                    nbf     | now+60                                            | ok
                    nbf     | now+60.001                                        | early
                    nbf     | now+61                                            | early
                    nbf     | 0                                                 | ok
                    nbf     | 253402300799                                      | early
                    nbf     | 253402300800                                      | malformed
                    nbf     | -1                                                | malformed
                    nbf     | -0.5                                              | malformed
                    nbf     | 1e308                                             | malformed
                    iat     | now+59                                            | ok
                    iat     | now+60                                            | ok
                    iat     | now+60.001                                        | future
                    iat     | now+61                                            | future
                    iat     | 0                                                 | ok
                    iat     | 253402300799                                      | future
                    iat     | 253402300800                                      | malformed
                    iat     | -1                                                | malformed
                    iat     | -0.5                                              | malformed
                    iat     | 1e308                                             | malformed
                    org_id  | ""                                                | ok
                    org_id  | false                                             | ok
                    org_id  | []                                                | ok
                    events  | {}                                                | type
                    events  | false                                             | type
                    nonce   | ""                                                | type
                    act     | {"sub": "a", "act": {"sub": "b"}}                 | ok
                    act     | {"sub": "a", "act": null}                         | actor
                    act     | {"sub": "a", "act": {}}                           | actor
                    act     | {"sub": "a", "act": {"sub": 1}}                   | actor
                    act.sub | ""                                                | actor
                    act.sub | " "                                               | actor
                    cnf.jkt | "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"     | bound
                    """)
    @Tag("AC-01")
    void valuesOfBearerTokens(String claim, String value, String outcome) {
        decided(outcome, claim, () -> validator.validateBearer(tokenWith(claim, value)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # claim | value                                                  | outcome
                    cnf     | {}                                                     | bound
                    cnf.jkt | "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"          | ok
                    cnf.jkt | ""                                                     | malformed
                    cnf.jkt | "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4"           | malformed
                    cnf.jkt | "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4IA"         | malformed
                    cnf.jkt | "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I="         | malformed
                    cnf.jkt | "0ZcOCORZNYy+DWpqq30jZyJGHTN0d2HglBV3uiguA4I"          | malformed
                    cnf     | {"jkt": "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I", "kid": "1"} | bound
                    """)
    @Tag("AC-01")
    void valuesOfTokensWithAProof(String claim, String value, String outcome) {
        decided(outcome, claim, () -> validator.validate(tokenWith(claim, value)));
    }

    /** A type that says that it is an access token is enough; a security event is never one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # claim | value | outcome
                    nonce   | "x"   | ok
                    at_hash | "x"   | ok
                    c_hash  | "x"   | ok
                    s_hash  | "x"   | ok
                    nonce   | null  | ok
                    events  | {}    | type
                    events  | null  | type
                    """)
    void claimsOfOtherTokensWithTheTypeOfAnAccessToken(String claim, String value, String outcome) {
        TestJwts token = token().header("typ", "at+jwt");

        decided(outcome, claim, () -> validator.validateBearer(with(token, claim, value)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # claim     | value                  | scopes | permissions
                    scope       | absent                 | ''     | ''
                    scope       | null                   | ''     | ''
                    scope       | 1                      | ''     | ''
                    scope       | true                   | ''     | ''
                    scope       | ["read:a"]             | ''     | ''
                    scope       | {"read:a": 1}          | ''     | ''
                    scope       | ""                     | ''     | ''
                    scope       | "read:a"               | read:a | ''
                    permissions | absent                 | ''     | ''
                    permissions | null                   | ''     | ''
                    permissions | 1                      | ''     | ''
                    permissions | true                   | ''     | ''
                    permissions | "read:a"               | ''     | ''
                    permissions | {"read:a": 1}          | ''     | ''
                    permissions | []                     | ''     | ''
                    permissions | ["read:a", 1]          | ''     | ''
                    permissions | ["read:a", ["read:b"]] | ''     | ''
                    permissions | ["read:a"]             | ''     | read:a
                    """)
    @Tag("AC-07")
    void whatATokenAllowsIsNothingWhereItCannotBeRead(String claim, String value, String scopes, String permissions) {
        TestJwts token = token().without("scope");
        JwtAccessToken verified = validator.validateBearer(with(token, claim, value));

        assertThat(String.join(" ", verified.scopes())).isEqualTo(scopes);
        assertThat(String.join(" ", verified.permissions())).isEqualTo(permissions);
    }

    @Test
    @Tag("AC-04")
    void tokenWithoutExpiryIsRefused() {
        decided("missing", "exp", () -> validator.validateBearer(tokenWith("exp", ABSENT)));
        decided("malformed", "exp", () -> validator.validateBearer(tokenWith("exp", "null")));

        assertThat(Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MISSING.status()).isEqualTo(401);
        assertThat(Auth0ErrorCode.ACCESS_TOKEN_CLAIM_MALFORMED.status()).isEqualTo(401);
    }

    private interface Validation {
        JwtAccessToken validated();
    }

    private static String cell(ArgumentsAccessor row, int index) {
        return Objects.requireNonNull(row.getString(index));
    }

    private static void decided(String expected, String row, Validation validation) {
        assertThat(outcome(validation)).as(row).isEqualTo(expected);
    }

    private static String outcome(Validation validation) {
        try {
            validation.validated();
            return OK;
        } catch (TokenValidationException e) {
            return OUTCOMES.getOrDefault(e.code(), e.code().text());
        }
    }

    private static TestJwts token() {
        return TestJwts.accessToken().claim("org_id", "org_1");
    }

    private static String tokenWith(String claim, String value) {
        return with(token(), claim, value);
    }

    /** The value is put in as text, so that it may be one that JSON does not have. */
    private static String with(TestJwts token, String claim, String value) {
        int dot = claim.indexOf('.');
        String outer = dot < 0 ? claim : claim.substring(0, dot);
        if (value.equals(ABSENT)) {
            return dot < 0
                    ? token.without(outer).build()
                    : token.claim(outer, Map.of()).build();
        }
        Object place = dot < 0 ? "@" : Map.of(claim.substring(dot + 1), "@");
        return token.withPayload(token.claim(outer, place).payloadJson().replace("\"@\"", json(value)));
    }

    private static String json(String value) {
        return value.startsWith("now")
                ? new BigDecimal(value.substring("now".length()))
                        .add(BigDecimal.valueOf(FixedTime.START.getEpochSecond()))
                        .toPlainString()
                : value;
    }
}
