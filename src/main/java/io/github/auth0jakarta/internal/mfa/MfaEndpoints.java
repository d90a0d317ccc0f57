package io.github.auth0jakarta.internal.mfa;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.MfaAuthenticator;
import io.github.auth0jakarta.MfaChallenge;
import io.github.auth0jakarta.MfaChallengeRequest;
import io.github.auth0jakarta.MfaEnrollment;
import io.github.auth0jakarta.MfaEnrollmentRequest;
import io.github.auth0jakarta.MfaException;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.http.HttpTransport;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.ClientRequests;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The provider's MFA API, {@code /mfa/*} (Auth0).
 *
 * <p>All methods throw {@code AuthorizationServerException} or {@code TransportException}; and {@link MfaException} where the
 * provider says that the {@code mfa_token} has ended, or is none.
 */
public final class MfaEndpoints {
    private final String base;
    private final ClientRequests client;
    private final HttpTransport transport;
    private final JsonAnswers answers;
    private final StrictJson json;

    /**
     * @param issuer without a trailing slash
     */
    public MfaEndpoints(
            String issuer, ClientRequests client, HttpTransport transport, JsonAnswers answers, StrictJson json) {
        this.base = issuer + "/mfa/";
        this.client = client;
        this.transport = transport;
        this.answers = answers;
        this.json = json;
    }

    List<MfaAuthenticator> authenticators(String mfaToken) {
        return tokenErrors(() -> {
            HttpAnswer answer = transport.get(address("authenticators"), bearer(mfaToken));
            answers.requireSuccess(answer);
            return MfaMembers.authenticators(array(answer));
        });
    }

    MfaEnrollment associate(String mfaToken, MfaEnrollmentRequest factor) {
        String channel = FactorNames.channel(factor.factor());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("authenticator_types", List.of(channel.isEmpty() ? FactorNames.OTP : FactorNames.OOB));
        if (!channel.isEmpty()) {
            members.put("oob_channels", List.of(channel));
        }
        factor.phoneNumber().ifPresent(number -> members.put("phone_number", number));
        factor.emailAddress().ifPresent(email -> members.put("email", email));
        return tokenErrors(() -> MfaMembers.enrollment(
                object(transport.postJson(address("associate"), json.writeObject(members), bearer(mfaToken)))));
    }

    MfaChallenge challenge(String mfaToken, MfaChallengeRequest request) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("mfa_token", mfaToken);
        members.put("challenge_type", request.type());
        request.authenticatorId().ifPresent(id -> members.put("authenticator_id", id));
        return tokenErrors(
                () -> MfaMembers.challenge(object(client.postJson(address("challenge"), members, Map.of()))));
    }

    void delete(String token, String authenticatorId) {
        tokenErrors(() -> {
            String id =
                    URLEncoder.encode(authenticatorId, StandardCharsets.UTF_8).replace("+", "%20");
            answers.requireSuccess(transport.delete(address("authenticators/" + id), bearer(token)));
            return "";
        });
    }

    private URI address(String path) {
        return URI.create(base + path);
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private Map<String, Object> object(HttpAnswer answer) {
        return answers.object(answer, Auth0ErrorCode.SERVER_RESPONSE_MALFORMED);
    }

    private List<@Nullable Object> array(HttpAnswer answer) {
        try {
            return json.readArray(answer.body());
        } catch (MalformedJsonException e) {
            throw MfaMembers.malformed("not a list of authenticators");
        }
    }

    /** The provider has its own time for an {@code mfa_token}, which may be shorter than ours. */
    static <T> T tokenErrors(Supplier<T> call) {
        try {
            return call.get();
        } catch (AuthorizationServerException e) {
            String error = e.error().orElse("");
            if (error.equals("expired_token")) {
                throw new MfaException(Auth0ErrorCode.MFA_TOKEN_EXPIRED, "the provider's mfa_token has ended");
            }
            if (error.equals("invalid_token")) {
                throw new MfaException(Auth0ErrorCode.MFA_TOKEN_INVALID, "the provider refuses its mfa_token");
            }
            throw e;
        }
    }
}
