package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.spi.SessionCustomizer;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Lets the application see a session before it is saved with new claims. */
public final class SessionCustomization {
    private final Supplier<SessionCustomizer> customizer;

    public SessionCustomization(Supplier<SessionCustomizer> customizer) {
        this.customizer = customizer;
    }

    /** What the application may change; hidden claims are chosen anew each time. */
    private static final class Draft implements SessionCustomizer.Draft {
        private final Map<String, Object> claims;
        private final Map<String, Object> attributes;
        private final Set<String> hidden = new HashSet<>();

        private Draft(Map<String, Object> claims, Map<String, Object> attributes) {
            this.claims = Collections.unmodifiableMap(claims);
            this.attributes = SessionAttributes.copy(attributes);
        }

        @Override
        public Map<String, Object> claims() {
            return claims;
        }

        @Override
        public Map<String, Object> attributes() {
            return attributes;
        }

        @Override
        public void hideClaim(String name) {
            hidden.add(name);
        }
    }

    /**
     * Returns a session as the application wants it saved.
     *
     * @param claims those of its ID token
     * @throws RuntimeException that of the application, where it refuses
     */
    public SessionData beforeSave(SessionData session, Map<String, Object> claims) {
        Draft draft = new Draft(claims, session.attributes());
        customizer.get().beforeSave(draft);
        return session.withLogin(session.login().withHiddenClaims(draft.hidden))
                .withAttributes(SessionAttributes.checked(draft.attributes));
    }
}
