package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.List;
import java.util.Map;

/** Parts of a request to the My Account API are missing or wrong, each by its own name. */
final class InvalidMembers extends OAuthException {

    private static final long serialVersionUID = 1L;

    private final transient List<Map<String, String>> faults;

    /**
     * @param faults with {@code detail}, {@code field}, {@code pointer} and {@code source} each
     */
    InvalidMembers(List<Map<String, String>> faults) {
        super(OAuth2Error.INVALID_REQUEST, "the request is not as it has to be");
        this.faults = List.copyOf(faults);
    }

    List<Map<String, String>> faults() {
        return faults;
    }
}
