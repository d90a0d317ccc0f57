package io.github.auth0jakarta;

import jakarta.security.enterprise.credential.Credential;
import java.util.Map;

/**
 * The result of a login: claims of an ID token whose signature and rules (OpenID Connect Core 3.1.3.7) were checked.
 *
 * <p>The library's own identity store validates it; an application's store that provides groups is asked afterwards.
 */
public interface IdTokenCredential extends Credential {

    /** Returns all claims, unmodifiable. */
    Map<String, Object> claims();
}
