package io.github.auth0jakarta.tenant;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /me/v1/connected-accounts/accounts}: lists the user's accounts, all on one page, and removes one. */
final class AccountsEndpoint extends MyAccountEndpoint {

    private final ConnectedAccounts accounts;

    AccountsEndpoint(String issuer, ConnectedAccounts accounts, JwtVerifier verifier, InstantSource clock) {
        super(issuer, verifier, clock);
        this.accounts = accounts;
    }

    @Override
    public String path() {
        return PATH + "accounts";
    }

    @Override
    public int levelsBelow() {
        return 1;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "DELETE");
    }

    @Override
    public Response handle(Request request) {
        boolean one = request.path().length() > path().length();
        if (request.method().equals("DELETE") != one) {
            return Response.of(405, "text/plain", "Method Not Allowed");
        }
        return one ? remove(request) : list(request);
    }

    private Response list(Request request) {
        List<Map<String, Object>> all = accounts.of(owner(request, "read")).stream()
                .map(AccountsEndpoint::json)
                .toList();
        return Response.json(200, Map.of("accounts", all));
    }

    private Response remove(Request request) {
        String id = URLDecoder.decode(request.path().substring(path().length() + 1), StandardCharsets.UTF_8);
        return accounts.remove(owner(request, "delete"), id)
                ? Response.empty(204)
                : Response.of(404, "application/problem+json", "{\"title\":\"Not Found\",\"status\":404}");
    }

    static Map<String, Object> json(ConnectedAccounts.Account account) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", account.id());
        json.put("connection", account.connection());
        json.put("access_type", "offline");
        json.put("scopes", List.copyOf(account.scopes()));
        return json;
    }
}
