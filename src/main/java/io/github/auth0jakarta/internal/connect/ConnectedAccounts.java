package io.github.auth0jakarta.internal.connect;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConnectAccountRequest;
import io.github.auth0jakarta.ConnectedAccount;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.session.RequestSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The connected accounts of a session's caller at the My Account API. */
public final class ConnectedAccounts {
    static final int MOST_PAGES = 100;

    private static final String ROOT = "connected-accounts/";
    private static final String ACCOUNTS = ROOT + "accounts";
    private static final Set<String> CREATE = Set.of("create:me:connected_accounts");
    private static final String READ = "read:me:connected_accounts";
    private static final String DELETE = "delete:me:connected_accounts";

    private final MyAccountApi api;
    private final MyAccountTokens tokens;
    private final ConnectionTokens connectionTokens;
    private final MyAccountAnswers answers;
    private final ConnectedAccountReader reader;
    private final ConnectRules rules;

    /**
     * @param connectionTokens what is told of connections that are no more
     * @param issuer of the provider
     */
    public ConnectedAccounts(
            MyAccountApi api,
            MyAccountTokens tokens,
            ConnectionTokens connectionTokens,
            StrictJson json,
            String issuer) {
        this.api = api;
        this.tokens = tokens;
        this.connectionTokens = connectionTokens;
        this.answers =
                new MyAccountAnswers(json, Auth0ErrorCode.CONNECT_REFUSED, Auth0ErrorCode.CONNECT_ANSWER_MALFORMED);
        this.reader = new ConnectedAccountReader(answers);
        this.rules = new ConnectRules(issuer);
    }

    /**
     * Begins a connection.
     *
     * @throws LoginException {@code connect.request_invalid}, before anything is sent
     */
    public ConnectTicket start(RequestSession session, ConnectAccountRequest request, ConnectBinding binding) {
        ConnectRules.check(request);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("connection", request.connection());
        members.put("redirect_uri", binding.redirectUri());
        members.put("state", binding.state());
        members.put("code_challenge", binding.challenge());
        members.put("code_challenge_method", "S256");
        if (!request.scopes().isEmpty()) {
            members.put("scopes", List.copyOf(new TreeSet<>(request.scopes())));
        }
        if (!request.parameters().isEmpty()) {
            members.put("authorization_params", new TreeMap<>(request.parameters()));
        }
        Map<String, Object> answer = answers.object(api.post(tokens.get(session, CREATE), ROOT + "connect", members));
        return ticket(answer);
    }

    private ConnectTicket ticket(Map<String, Object> answer) {
        if (!(answer.get("connect_params") instanceof Map<?, ?> parameters)
                || !(parameters.get("ticket") instanceof String ticket)
                || ticket.isEmpty()) {
            throw answers.malformed("connect_params has no ticket");
        }
        String address = answers.text(answer, "connect_uri");
        String authSession = answers.text(answer, "auth_session");
        String fault = rules.fault(address);
        if (fault != null) {
            throw answers.malformed("connect_uri " + fault);
        }
        String query = new FormBody().add("ticket", ticket).encoded();
        return new ConnectTicket(ConnectRules.address(address, query), authSession);
    }

    /** Completes a connection; the session has to be of the caller who began it. */
    public ConnectedAccount complete(RequestSession session, ConnectCompletion completion) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("auth_session", completion.authSession());
        members.put("connect_code", completion.connectCode());
        members.put("redirect_uri", completion.redirectUri());
        members.put("code_verifier", completion.codeVerifier());
        ConnectedAccount account =
                reader.account(answers.object(api.post(tokens.get(session, CREATE), ROOT + "complete", members)));
        // What was kept may be of an account that this one stands in for, with fewer scopes.
        connectionTokens.drop(subject(session), account.connection());
        return account;
    }

    /** Returns all of them, from one page to the next. */
    public List<ConnectedAccount> list(RequestSession session) {
        return list(tokens.get(session, Set.of(READ)));
    }

    private List<ConnectedAccount> list(AccessToken token) {
        List<ConnectedAccount> accounts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String next = null;
        do {
            Map<String, Object> page = answers.object(api.get(token, page(next)));
            accounts.addAll(reader.accounts(page));
            next = reader.next(page);
            if (next != null && (!seen.add(next) || seen.size() == MOST_PAGES)) {
                throw answers.malformed("the pages have no end");
            }
        } while (next != null);
        return List.copyOf(accounts);
    }

    private static String page(@Nullable String from) {
        return from == null
                ? ACCOUNTS
                : ACCOUNTS + "?" + new FormBody().add("from", from).encoded();
    }

    /** Disconnects one. */
    public void disconnect(RequestSession session, ConnectedAccount account) {
        disconnect(tokens.get(session, Set.of(DELETE)), session, account);
    }

    private void disconnect(AccessToken token, RequestSession session, ConnectedAccount account) {
        String id = URLEncoder.encode(account.id(), StandardCharsets.UTF_8).replace("+", "%20");
        try {
            answers.requireSuccess(api.delete(token, ACCOUNTS + "/" + id));
        } finally {
            // Also where nobody knows what has become of it.
            connectionTokens.drop(subject(session), account.connection());
        }
    }

    /** Disconnects all of a connection and returns them. */
    public List<ConnectedAccount> disconnectAll(RequestSession session, String connection) {
        ConnectRules.checkConnection(connection);
        AccessToken token = tokens.get(session, Set.of(READ, DELETE));
        List<ConnectedAccount> ofConnection = list(token).stream()
                .filter(account -> account.connection().equals(connection))
                .toList();
        ofConnection.forEach(account -> disconnect(token, session, account));
        return ofConnection;
    }

    private static String subject(RequestSession session) {
        return session.data().login().subject();
    }
}
