package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.util.List;
import java.util.Map;

/** Auth0's refusal of a token request that goes on after a second factor. */
final class SecondFactorRequired extends OAuthException {

    private static final long serialVersionUID = 1L;

    private final String token;
    private final String member;
    private final transient List<String> types;

    /**
     * @param member {@code challenge} for factors to show, {@code enroll} for those to enrol first
     */
    SecondFactorRequired(String token, String member, List<String> types) {
        super(new ErrorObject("mfa_required", null, 403), "Multifactor authentication required");
        this.token = token;
        this.member = member;
        this.types = types;
    }

    @Override
    Map<String, Object> json() {
        Map<String, Object> json = super.json();
        json.put("mfa_token", token);
        json.put(
                "mfa_requirements",
                Map.of(member, types.stream().map(type -> Map.of("type", type)).toList()));
        return json;
    }
}
