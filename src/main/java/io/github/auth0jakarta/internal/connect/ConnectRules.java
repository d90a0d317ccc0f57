package io.github.auth0jakarta.internal.connect;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConnectAccountRequest;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.internal.config.ProtocolParameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request to connect an account may say, and where a browser may be sent for it. */
final class ConnectRules {
    /** What the flow sets itself; one of them among the parameters would go to the other provider instead. */
    private static final Set<String> PROTOCOL_PARAMETERS = ProtocolParameters.ofAuthorizationAnd("scope", "connection");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    private static final Pattern CONNECTION = Pattern.compile("[\\x21-\\x7E]{1,128}");
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,256}");
    private static final int MOST_SCOPES = 100;
    private static final int LONGEST_VALUE = 2_048;

    private final URI issuer;

    ConnectRules(String issuer) {
        this.issuer = URI.create(issuer);
    }

    static void check(ConnectAccountRequest request) {
        checkConnection(request.connection());
        if (request.scopes().size() > MOST_SCOPES
                || !request.scopes().stream()
                        .allMatch(scope -> SCOPE.matcher(scope).matches())) {
            throw invalid("there are too many scopes, or one has a character that none has");
        }
        request.parameters().forEach(ConnectRules::checkParameter);
        if (length(request.appState()) > LoginOptions.MAX_APP_STATE) {
            throw invalid("the application state is too long");
        }
    }

    static void checkConnection(String connection) {
        if (!CONNECTION.matcher(connection).matches()) {
            throw invalid("the connection is blank, too long, or has a character that none has");
        }
    }

    private static void checkParameter(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw invalid("a parameter's name has a character that none has");
        }
        if (PROTOCOL_PARAMETERS.contains(name)) {
            throw invalid("the protocol itself sets " + name);
        }
        if (value.length() > LONGEST_VALUE) {
            throw invalid(name + " is too long");
        }
    }

    private static int length(Map<String, String> texts) {
        return texts.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
    }

    /** Returns what is thrown for a request that breaks a rule. */
    static LoginException invalid(String problem) {
        return new LoginException(Auth0ErrorCode.CONNECT_REQUEST_INVALID, problem);
    }

    /** Returns why a browser is not sent to this address, null where it is: it has to be of the issuer. */
    @Nullable
    String fault(String text) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            return "is not an address";
        }
        if (address.getUserInfo() != null || address.getRawFragment() != null) {
            return "is not an address of a page";
        }
        return issuer.getScheme().equals(address.getScheme())
                        && authority(issuer).equals(authority(address))
                ? null
                : "is not the issuer's";
    }

    private static String authority(URI address) {
        String authority = address.getRawAuthority();
        return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
    }

    static URI address(String page, String query) {
        return URI.create(page + (page.contains("?") ? "&" : "?") + query);
    }
}
