package io.github.auth0jakarta.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.IdTokenCredential;
import io.github.auth0jakarta.internal.api.AccessTokenRules;
import io.github.auth0jakarta.internal.api.AccessTokenStore;
import io.github.auth0jakarta.internal.api.AccessTokenValidator;
import io.github.auth0jakarta.internal.api.AudienceRule;
import io.github.auth0jakarta.internal.api.RefusalLog;
import io.github.auth0jakarta.internal.caller.Auth0Principal;
import io.github.auth0jakarta.internal.caller.CallerMapping;
import io.github.auth0jakarta.internal.caller.Principals;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.IdTokenExpectations;
import io.github.auth0jakarta.internal.oauth.IdTokenValidator;
import io.github.auth0jakarta.internal.oauth.VerifiedIdToken;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.TestPossession;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LoginCallersTest {
    private final FixedTime time = new FixedTime();
    private final FakeJwks keys = new FakeJwks(TestKeys.RSA);
    private final CallerMapping mapping =
            CallerMapping.of(List.of("name"), List.of("permissions", "roles"), () -> CallerMapping.AS_CONFIGURED);
    private final Lifetime lifetime = new Lifetime(time, Duration.ofSeconds(60));

    /** Says yes to a verified login and adds a group, as an application's own store may. */
    private final IdentityStoreHandler stores = credential -> {
        CredentialValidationResult result = ((VerifiedLogin) credential).result();
        Set<String> groups = new HashSet<>(result.getCallerGroups());
        groups.add("of-the-application");
        return new CredentialValidationResult(result.getCallerPrincipal(), groups);
    };

    private VerifiedIdToken idToken() {
        return verified(TestJwts.idToken().claim("roles", List.of("editor")));
    }

    private VerifiedIdToken verified(TestJwts idToken) {
        return new IdTokenValidator(
                        keys.issuer(time),
                        TestJwts.CLIENT_ID,
                        EnumSet.of(SignatureAlgorithm.RS256),
                        lifetime,
                        new StrictJson())
                .validate(idToken.build(), IdTokenExpectations.login(TestJwts.NONCE));
    }

    private AccessTokenStore accessTokens() {
        return new AccessTokenStore(
                new AccessTokenValidator(
                        keys.issuer(time),
                        new AccessTokenRules(
                                AudienceRule.oneOf(Set.of(TestJwts.AUDIENCE)),
                                EnumSet.of(SignatureAlgorithm.RS256),
                                Set.of(),
                                lifetime),
                        new StrictJson()),
                TestPossession.disabled(time),
                mapping,
                new Principals(),
                new RefusalLog(time));
    }

    private CredentialValidationResult validate(@Nullable AccessTokenStore accessTokens, String accessToken) {
        return new LoginCallers(mapping, new Principals(), accessTokens, () -> stores).validate(idToken(), accessToken);
    }

    @Test
    void validateWhenTheAccessTokenIsForThisApplicationThenItsGroupsToo() {
        String accessToken = TestJwts.accessToken()
                .claim("permissions", List.of("write:orders"))
                .build();
        assertThat(validate(accessTokens(), accessToken).getCallerGroups())
                .containsExactlyInAnyOrder(
                        "editor", "write:orders", "SCOPE_openid", "SCOPE_read:orders", "of-the-application");
    }

    @Test
    @Tag("IT-21")
    void validateWhenTheAccessTokenIsNotOneForThisApplicationThenNoneOfItsGroups() {
        for (TestJwts other : List.of(
                TestJwts.accessToken().claim("aud", "https://other.example"),
                TestJwts.accessToken().claim("exp", FixedTime.START.getEpochSecond() - 3_600),
                TestJwts.accessToken().signedBy(TestKeys.STRANGER_RSA))) {
            String accessToken =
                    other.claim("permissions", List.of("write:orders")).build();
            assertThat(validate(accessTokens(), accessToken).getCallerGroups())
                    .containsExactlyInAnyOrder("editor", "of-the-application");
        }
        assertThat(validate(accessTokens(), "opaque").getCallerGroups())
                .containsExactlyInAnyOrder("editor", "of-the-application");
    }

    @Test
    @Tag("IT-20")
    void validateWhenTwoUsersHaveOneAddressAndNameThenTheyAreTwoCallers() {
        LoginCallers callers = new LoginCallers(
                CallerMapping.of(List.of("sub"), List.of("roles"), () -> CallerMapping.AS_CONFIGURED),
                new Principals(),
                null,
                () -> stores);
        List<String> names = Stream.of("auth0|1", "auth0|2")
                .map(sub -> TestJwts.idToken()
                        .claim("sub", sub)
                        .claim("email", "ada@example.com")
                        .claim("name", "Ada"))
                .map(idToken -> callers.validate(verified(idToken), "at")
                        .getCallerPrincipal()
                        .getName())
                .toList();
        assertThat(names).containsExactly("auth0|1", "auth0|2");
    }

    @Test
    void validateWhenTheApplicationIsNoApiThenTheAccessTokenIsNotRead() {
        assertThat(validate(null, TestJwts.accessToken().build()).getCallerGroups())
                .containsExactlyInAnyOrder("editor", "of-the-application");
    }

    @Test
    void validateWhenCalledThenTheCallerOfTheIdToken() {
        CredentialValidationResult result = validate(null, "at");
        assertThat(result.getCallerPrincipal()).isInstanceOfSatisfying(Auth0Principal.class, principal -> {
            assertThat(principal.getName()).isEqualTo("Ada");
            assertThat(principal.caller().source()).isEqualTo(Auth0Session.Source.LOGIN);
            assertThat(principal.caller().claims()).containsEntry("sub", TestJwts.SUBJECT);
        });
    }

    @Test
    void toStringOfTheCredentialWhenCalledThenNoClaims() {
        Credential credential = new VerifiedLogin(Map.of("sub", "secret"), CredentialValidationResult.INVALID_RESULT);
        assertThat(credential).isInstanceOf(IdTokenCredential.class).hasToString("VerifiedLogin");
    }
}
