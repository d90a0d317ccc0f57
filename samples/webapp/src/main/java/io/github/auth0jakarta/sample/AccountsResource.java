package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.ConnectedAccount;
import io.github.auth0jakarta.ConnectedAccountService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The accounts at other providers that the user has connected. */
@Path("/services/accounts")
@RequestScoped
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    @Inject
    private ConnectedAccountService accounts;

    @GET
    public List<Map<String, Object>> list() {
        return accounts.list().stream().map(AccountsResource::shown).toList();
    }

    @DELETE
    public List<Map<String, Object>> disconnect() {
        return accounts.disconnectAll(VaultResource.GOOGLE).stream()
                .map(AccountsResource::shown)
                .toList();
    }

    private static Map<String, Object> shown(ConnectedAccount account) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", account.id());
        shown.put("connection", account.connection());
        shown.put("scopes", new TreeSet<>(account.scopes()));
        return shown;
    }
}
