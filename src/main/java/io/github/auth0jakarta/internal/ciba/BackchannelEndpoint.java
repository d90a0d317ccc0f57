package io.github.auth0jakarta.internal.ciba;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.BackchannelAuthenticationException;
import io.github.auth0jakarta.BackchannelAuthenticationRequest;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.oauth.ClientRequests;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code backchannel_authentication_endpoint} (CIBA Core, 7): has the provider ask a user. */
final class BackchannelEndpoint {
    /** How many characters an {@code auth_req_id} may have. */
    static final int MAX_ID = 8 * 1024;

    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);
    private static final long LONGEST_SECONDS = Duration.ofDays(7).toSeconds();

    private final ClientRequests requests;
    private final JsonAnswers answers;
    private final RequestForm forms;
    private final InstantSource clock;

    BackchannelEndpoint(ClientRequests requests, JsonAnswers answers, RequestForm forms, InstantSource clock) {
        this.requests = requests;
        this.answers = answers;
        this.forms = forms;
        this.clock = clock;
    }

    StartedRequest start(BackchannelAuthenticationRequest request) {
        forms.check(request);
        Instant before = clock.instant();
        FormBody form = forms.of(request, requests.provider().issuer());
        if (!requests.authentication().isClientIdInForm()) {
            form.add("client_id", requests.authentication().clientId());
        }
        Map<String, @Nullable Object> members =
                answers.object(requests.post(address(), form), Auth0ErrorCode.SERVER_RESPONSE_MALFORMED);
        return new StartedRequest(
                id(members.get("auth_req_id")),
                request.subject(),
                forms.purpose(request),
                clock.instant(),
                before.plus(seconds("expires_in", members.get("expires_in"))),
                members.get("interval") == null ? DEFAULT_INTERVAL : seconds("interval", members.get("interval")));
    }

    private URI address() {
        URI address = requests.endpoints().backchannelAuthentication();
        if (address == null) {
            throw new BackchannelAuthenticationException(
                    Auth0ErrorCode.CIBA_UNSUPPORTED, "the metadata have no backchannel_authentication_endpoint");
        }
        return address;
    }

    private static String id(@Nullable Object value) {
        if (value instanceof String text && !text.isEmpty() && text.length() <= MAX_ID) {
            return text;
        }
        throw malformed("auth_req_id");
    }

    private static Duration seconds(String member, @Nullable Object value) {
        if (value instanceof Long seconds && seconds > 0 && seconds <= LONGEST_SECONDS) {
            return Duration.ofSeconds(seconds);
        }
        throw malformed(member);
    }

    private static AuthorizationServerException malformed(String member) {
        return new AuthorizationServerException(
                Auth0ErrorCode.SERVER_RESPONSE_MALFORMED,
                "backchannel authentication response: " + member + " is missing or not as it has to be",
                200,
                null);
    }
}
