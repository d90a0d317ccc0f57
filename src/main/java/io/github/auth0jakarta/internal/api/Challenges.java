package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.config.Auth0Config.ApiDpop.Mode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the answers to programs that are not let in: status, a challenge for each scheme that the API takes, and a JSON body
 * (RFC 6750, 3; RFC 9449, 7.1 and 9; RFC 9728, 5.1).
 *
 * <p>Bearer comes before DPoP. What is wrong stands in the challenge of the scheme that was used, and in no other.
 */
public final class Challenges {
    /** What proofs may be signed with. */
    private static final String PROOF_ALGORITHMS = "ES256";

    private final List<AuthenticationScheme> schemes;
    private final @Nullable Supplier<String> nonces;
    private final Function<HttpServletRequest, @Nullable String> resourceMetadata;

    /**
     * @param mode which schemes the API takes
     * @param nonces makes nonces for proofs, null where they need none
     * @param resourceMetadata gives the address of the API's metadata (RFC 9728), null where it has none
     */
    public Challenges(
            Mode mode,
            @Nullable Supplier<String> nonces,
            Function<HttpServletRequest, @Nullable String> resourceMetadata) {
        this.schemes = switch (mode) {
            case ALLOWED -> List.of(AuthenticationScheme.BEARER, AuthenticationScheme.DPOP);
            case REQUIRED -> List.of(AuthenticationScheme.DPOP);
            case DISABLED -> List.of(AuthenticationScheme.BEARER);
        };
        this.nonces = nonces;
        this.resourceMetadata = resourceMetadata;
    }

    /** Returns the challenges of an application that takes no proofs and says nothing of itself. */
    public static Challenges bearerOnly() {
        return new Challenges(Mode.DISABLED, null, request -> null);
    }

    /** Returns whether the API takes tokens that are presented like this. */
    public boolean takes(AuthenticationScheme scheme) {
        return schemes.contains(scheme);
    }

    /** Returns the answer to a request without credentials: bare challenges, which name no error. */
    public Challenge missingCredentials(HttpServletRequest request) {
        return bare(request, "session.missing");
    }

    /**
     * Returns the answer to credentials that were refused, or that could not be looked at.
     *
     * @param scheme the one that was used, null where nobody can tell
     */
    public Challenge refusal(HttpServletRequest request, Auth0ErrorCode code, @Nullable AuthenticationScheme scheme) {
        if (code == Auth0ErrorCode.ACCESS_TOKEN_MISSING || code == Auth0ErrorCode.ACCESS_TOKEN_SCHEME_NOT_ACCEPTED) {
            return bare(request, code.text());
        }
        if (code.status() >= 500) {
            return new Challenge(code.status(), List.of(), null, body("temporarily_unavailable", code.text()));
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error(code));
        parameters.put("error_description", code.text());
        return new Challenge(
                code.status(), values(request, scheme, parameters), nonce(scheme), body(error(code), code.text()));
    }

    /** Gives the client a nonce for its next proof, beside an answer of the application. */
    void offerNonce(HttpServletResponse response) {
        String nonce = nonce(AuthenticationScheme.DPOP);
        if (nonce != null) {
            response.setHeader(Challenge.NONCE_HEADER, nonce);
        }
    }

    /**
     * Returns the values of {@code WWW-Authenticate}, one for each scheme.
     *
     * @param target the scheme whose challenge says what is wrong, null for the first
     * @param parameters what is wrong, in the order in which it is said
     */
    public List<String> values(
            HttpServletRequest request, @Nullable AuthenticationScheme target, Map<String, String> parameters) {
        AuthenticationScheme named = target == null ? schemes.get(0) : target;
        return schemes.stream()
                .map(scheme -> value(request, scheme, scheme == named ? parameters : Map.of()))
                .toList();
    }

    private Challenge bare(HttpServletRequest request, String code) {
        return new Challenge(401, values(request, null, Map.of()), null, body("unauthorized", code));
    }

    private @Nullable String nonce(@Nullable AuthenticationScheme scheme) {
        return nonces == null || scheme != AuthenticationScheme.DPOP ? null : nonces.get();
    }

    private static String error(Auth0ErrorCode code) {
        if (code == Auth0ErrorCode.DPOP_NONCE_REQUIRED) {
            return "use_dpop_nonce";
        }
        if (code.text().startsWith("dpop.")) {
            return "invalid_dpop_proof";
        }
        return code.status() == 400 ? "invalid_request" : "invalid_token";
    }

    private String value(HttpServletRequest request, AuthenticationScheme scheme, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        if (scheme == AuthenticationScheme.BEARER) {
            all.put("realm", "api");
        }
        all.putAll(parameters);
        if (scheme == AuthenticationScheme.DPOP) {
            all.put("algs", PROOF_ALGORITHMS);
        }
        String metadata = resourceMetadata.apply(request);
        if (metadata != null) {
            all.put("resource_metadata", metadata);
        }
        return scheme.text()
                + " "
                + String.join(
                        ", ",
                        all.entrySet().stream()
                                .map(parameter -> parameter.getKey() + "=" + quoted(parameter.getValue()))
                                .toList());
    }

    /** RFC 9110, 5.6.4: {@code quoted-string}. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String body(String error, String code) {
        return "{\"error\":\"" + error + "\",\"code\":\"" + code + "\"}";
    }
}
