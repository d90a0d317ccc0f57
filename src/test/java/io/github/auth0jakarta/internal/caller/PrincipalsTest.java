package io.github.auth0jakarta.internal.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.testing.FixedTime;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** MicroProfile JWT 2.1, where the server has it. */
class PrincipalsTest {
    private final Map<String, Object> claims = new HashMap<>(Map.of(
            "iss",
            "https://tenant.example/",
            "sub",
            "auth0|1",
            "aud",
            List.of("https://api.example", "https://other.example"),
            "exp",
            1_800_000_000L,
            "iat",
            1_700_000_000L,
            "jti",
            "j-1",
            "groups",
            List.of("of-the-token"),
            "plan",
            "gold"));

    private JsonWebToken token() {
        return (JsonWebToken) new Principals().of(caller());
    }

    private Caller caller() {
        return new Caller(
                Auth0Session.Source.ACCESS_TOKEN,
                "ada",
                Set.of("admin", "SCOPE_openid"),
                claims,
                "secret.raw.token",
                FixedTime.START);
    }

    @Test
    void ofWhenCalledThenTheCallerAndItsName() {
        Auth0Principal principal = new Principals().of(caller());
        assertThat(principal.getName()).isEqualTo("ada");
        assertThat(principal.caller()).isEqualTo(caller());
        assertThat(new Principals().hasJsonWebToken()).isTrue();
    }

    @Test
    void jsonWebTokenWhenAskedThenTheStandardClaims() {
        JsonWebToken token = token();
        assertThat(token.getName()).isEqualTo("ada");
        assertThat(token.getIssuer()).isEqualTo("https://tenant.example/");
        assertThat(token.getSubject()).isEqualTo("auth0|1");
        assertThat(token.getTokenID()).isEqualTo("j-1");
        assertThat(token.getExpirationTime()).isEqualTo(1_800_000_000L);
        assertThat(token.getIssuedAtTime()).isEqualTo(1_700_000_000L);
        assertThat(token.<String>getClaim("plan")).isEqualTo("gold");
        assertThat(token.<Object>getClaim("absent")).isNull();
        assertThat(token.claim("plan")).contains("gold");
    }

    @Test
    void jsonWebTokenWhenTimesHaveFractionsThenWholeSeconds() {
        claims.put("exp", new BigDecimal("1800000000.5"));
        claims.put("iat", new BigDecimal("1.7e9"));
        assertThat(token().getExpirationTime()).isEqualTo(1_800_000_000L);
        assertThat(token().getIssuedAtTime()).isEqualTo(1_700_000_000L);
    }

    @Test
    void rawTokenWhenAskedThenTheTextAsReceivedAndNamedAmongTheClaims() {
        assertThat(token().getRawToken()).isEqualTo("secret.raw.token");
        assertThat(token().<String>getClaim("raw_token")).isEqualTo("secret.raw.token");
        assertThat(token().getClaimNames())
                .containsExactlyInAnyOrder("iss", "sub", "aud", "exp", "iat", "jti", "groups", "plan", "raw_token");
    }

    /** What the container decides by, not what the token says of itself. */
    @Test
    void groupsWhenAskedThenThoseOfTheCaller() {
        assertThat(token().getGroups()).containsExactlyInAnyOrder("admin", "SCOPE_openid");
        assertThat(token().<Set<String>>getClaim("groups")).containsExactlyInAnyOrder("admin", "SCOPE_openid");
    }

    @Test
    void audienceWhenOneOrSeveralThenASetAndWhenNoneThenNull() {
        assertThat(token().getAudience()).containsExactlyInAnyOrder("https://api.example", "https://other.example");
        claims.put("aud", "https://api.example");
        assertThat(token().<Set<String>>getClaim("aud")).containsExactly("https://api.example");
        claims.remove("aud");
        assertThat(token().getAudience()).isNull();
    }

    @Test
    void withGroupsWhenCalledThenOnlyThoseChange() {
        Caller changed = caller().withGroups(Set.of("editor"));
        assertThat(changed.groups()).containsExactly("editor");
        assertThat(changed.withGroups(caller().groups())).isEqualTo(caller());
    }

    @Test
    void toStringWhenCalledThenNeitherClaimsNorToken() {
        assertThat(caller()).hasToString("Caller[source=ACCESS_TOKEN, name=ada]");
        assertThat(token().toString()).doesNotContain("secret");
    }
}
