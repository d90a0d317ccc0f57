package io.github.auth0jakarta.internal.dpop;

import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an answer says that the request would be taken with a nonce. */
final class NonceChallenge {
    private static final String ERROR = "use_dpop_nonce";
    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]++";
    /** A parameter of a challenge, or else the scheme that begins one (RFC 9110, 11.6.1). */
    private static final Pattern PARAMETER_OR_SCHEME =
            Pattern.compile("(" + TOKEN + ")\\s*+=\\s*+(\"(?:[^\"\\\\]|\\\\.)*+\"|" + TOKEN + ")|(" + TOKEN + ")");

    private NonceChallenge() {}

    /** Returns whether an authorization server says so (RFC 9449, 8): 400, and JSON with that error. */
    static boolean isInBody(HttpAnswer answer, StrictJson json) {
        if (answer.status() != 400 || !answer.isJson()) {
            return false;
        }
        try {
            return ERROR.equals(json.readObject(answer.body()).get("error"));
        } catch (MalformedJsonException e) {
            return false;
        }
    }

    /** Returns whether a resource server says so (RFC 9449, 9): 401, and a DPoP challenge with that error. */
    static boolean isInHeader(HttpAnswer answer) {
        return answer.status() == 401
                && answer.headers("WWW-Authenticate").stream().anyMatch(NonceChallenge::isInChallenges);
    }

    private static boolean isInChallenges(String header) {
        boolean inDpop = false;
        for (Matcher part = PARAMETER_OR_SCHEME.matcher(header); part.find(); ) {
            if (part.group(3) != null) {
                inDpop = part.group(3).equalsIgnoreCase("DPoP");
            } else if (inDpop && part.group(1).equalsIgnoreCase("error")) {
                return unquoted(part.group(2)).equals(ERROR);
            }
        }
        return false;
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }
}
