package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.InteractionRequiredException;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server: what an application injects is there, also for an anonymous request. */
@ExtendWith(ArquillianExtension.class)
class InjectionIT {

    @Inject
    private Auth0Session session;

    @Inject
    private AccessTokenService accessTokens;

    @Inject
    private Auth0Client client;

    @Inject
    private JsonWebToken jsonWebToken;

    @Deployment
    static WebArchive deployment() {
        return TestApplication.configured().withAssertions().build();
    }

    @Test
    void anonymousSessionIsEmpty() {
        assertThat(session.isAuthenticated()).isFalse();
        assertThat(session.source()).isEqualTo(Auth0Session.Source.NONE);
        assertThat(session.callerName()).isEmpty();
        assertThat(session.subject()).isEmpty();
        assertThat(session.groups()).isEmpty();
        assertThat(session.claims()).isEmpty();
        assertThat(session.expiresAt()).isEmpty();
        assertThat(session.idToken()).isEmpty();
    }

    @Test
    void anonymousHasNoAccessToken() {
        assertThatExceptionOfType(InteractionRequiredException.class)
                .isThrownBy(() -> accessTokens.accessToken())
                .satisfies(e -> assertThat(e.code()).isEqualTo(Auth0ErrorCode.SESSION_MISSING));
    }

    @Test
    void anonymousJsonWebTokenHasNoName() {
        assertThat(jsonWebToken.getName()).isNull();
    }

    @Test
    void clientIsThere() {
        assertThat(client).isNotNull();
    }
}
