package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code /mfa/associate}: enrols the first second factor of a user, which counts once it has been shown. */
final class MfaAssociateEndpoint extends MfaEndpoint {

    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final SecondFactors factors;
    private final SecondFactorDemands demands;
    private final Directory directory;

    MfaAssociateEndpoint(SecondFactors factors, SecondFactorDemands demands, Directory directory) {
        this.factors = factors;
        this.demands = demands;
        this.directory = directory;
    }

    @Override
    public String path() {
        return "/mfa/associate";
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    Response answer(Request request) {
        String sub = demands.require(bearer(request)).sub();
        Map<String, Object> body = request.json();
        if (!factors.confirmed(sub).isEmpty()) {
            throw new OAuthException(OAuth2Error.ACCESS_DENIED.setHTTPStatusCode(403), "User is already enrolled.");
        }
        SecondFactor.Kind kind = kind(body);
        SecondFactor factor = factors.add(sub, kind, address(kind, body, directory.require(sub)));
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("authenticator_type", kind.authenticatorType);
        response.put("id", factor.id);
        if (kind == SecondFactor.Kind.OTP) {
            response.put("secret", factor.detail);
            response.put("barcode_uri", barcode(directory.require(sub), factor));
        } else {
            response.put("oob_channel", Objects.requireNonNull(kind.channel));
            response.put("oob_code", factors.send(sub, factor));
            if (kind != SecondFactor.Kind.PUSH) {
                response.put("binding_method", "prompt");
            }
        }
        response.put("recovery_codes", List.of(factors.enrollRecoveryCode(sub)));
        return Response.json(200, response);
    }

    private static SecondFactor.Kind kind(Map<String, Object> body) {
        if (List.of("otp").equals(body.get("authenticator_types"))) {
            return SecondFactor.Kind.OTP;
        }
        SecondFactor.Kind kind = List.of("oob").equals(body.get("authenticator_types"))
                        && body.get("oob_channels") instanceof List<?> channels
                        && channels.size() == 1
                ? SecondFactor.Kind.ofChannel(String.valueOf(channels.get(0)))
                : null;
        if (kind == null) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "authenticator_types or oob_channels is malformed");
        }
        return kind;
    }

    private static String address(SecondFactor.Kind kind, Map<String, Object> body, User user) {
        return switch (kind) {
            case SMS, VOICE -> {
                String number = String.valueOf(body.get("phone_number"));
                if (!PHONE_NUMBER.matcher(number).matches()) {
                    throw new OAuthException(OAuth2Error.INVALID_REQUEST, "phone_number is not one of E.164");
                }
                yield number;
            }
            case EMAIL -> body.get("email") instanceof String email ? email : user.email();
            default -> "";
        };
    }

    /** The format that authenticator apps have agreed on. */
    private static String barcode(User user, SecondFactor factor) {
        String label = URLEncoder.encode("tenant:" + user.email(), StandardCharsets.UTF_8);
        return "otpauth://totp/" + label + "?secret=" + factor.detail + "&issuer=tenant&algorithm=SHA1&digits=6&period="
                + Totp.STEP.toSeconds();
    }
}
