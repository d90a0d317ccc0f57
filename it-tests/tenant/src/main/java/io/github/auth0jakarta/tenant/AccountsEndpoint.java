package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /me/v1/connected-accounts/accounts}: lists the user's accounts, page by page, and removes one. */
final class AccountsEndpoint extends MyAccountEndpoint {

    private static final int PAGE = 10;
    /** At most 20, as at Auth0. */
    private static final Pattern TAKE = Pattern.compile("[1-9]|1[0-9]|20");

    private static final Set<String> PARAMETERS = Set.of("from", "take");

    private final ConnectedAccounts accounts;

    AccountsEndpoint(
            String issuer, ConnectedAccounts accounts, JwtVerifier verifier, DpopProofs proofs, InstantSource clock) {
        super(issuer, verifier, proofs, clock);
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
    Response answer(Request request) {
        boolean one = request.path().length() > path().length();
        if (request.method().equals("DELETE") != one) {
            return Response.of(405, "text/plain", "Method Not Allowed");
        }
        return one ? remove(request) : list(request);
    }

    private Response list(Request request) {
        String sub =
                String.valueOf(claims(request, "read:me:connected_accounts").get("sub"));
        Parameters query = request.query();
        if (!PARAMETERS.containsAll(query.values().keySet())) {
            throw malformed("there are no parameters but from and take");
        }
        List<ConnectedAccounts.Account> all = accounts.of(sub);
        int begin = begin(all, query.find("from"));
        int end = Math.min(all.size(), begin + take(query.find("take")));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "accounts",
                all.subList(begin, end).stream().map(AccountsEndpoint::json).toList());
        if (end < all.size()) {
            page.put("next", all.get(end).id());
        }
        return Response.json(200, page);
    }

    private static int begin(List<ConnectedAccounts.Account> all, @Nullable String from) {
        if (from == null) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(from)) {
                return i;
            }
        }
        throw malformed("from names no account");
    }

    private static int take(@Nullable String take) {
        if (take == null) {
            return PAGE;
        }
        if (!TAKE.matcher(take).matches()) {
            throw malformed("take is not a number from 1 to 20");
        }
        return Integer.parseInt(take);
    }

    private static OAuthException malformed(String why) {
        return new OAuthException(OAuth2Error.INVALID_REQUEST, why);
    }

    private Response remove(Request request) {
        String sub =
                String.valueOf(claims(request, "delete:me:connected_accounts").get("sub"));
        String id = URLDecoder.decode(request.path().substring(path().length() + 1), StandardCharsets.UTF_8);
        if (!accounts.remove(sub, id)) {
            throw new OAuthException(new ErrorObject("not_found", null, 404), "there is no such account");
        }
        return Response.empty(204);
    }

    static Map<String, Object> json(ConnectedAccounts.Account account) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", account.id());
        json.put("connection", account.connection());
        json.put("access_type", "offline");
        json.put("scopes", List.copyOf(account.scopes()));
        json.put("created_at", account.createdAt().toString());
        return json;
    }
}
