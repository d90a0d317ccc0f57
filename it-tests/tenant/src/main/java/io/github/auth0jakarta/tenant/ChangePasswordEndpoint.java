package io.github.auth0jakarta.tenant;

import java.util.Map;
import java.util.Set;

/**
 * {@code /dbconnections/change_password}: sends a mail by which a user sets a new password.
 *
 * <p>Whether there is such a user does not show in the answer.
 */
final class ChangePasswordEndpoint extends JsonPost {

    private final String issuer;
    private final Accounts accounts;
    private final PasswordResets resets;
    private final Outbox outbox;

    ChangePasswordEndpoint(
            ClientSource clients, String issuer, Accounts accounts, PasswordResets resets, Outbox outbox) {
        super(clients);
        this.issuer = issuer;
        this.accounts = accounts;
        this.resets = resets;
        this.outbox = outbox;
    }

    @Override
    public String path() {
        return "/dbconnections/change_password";
    }

    @Override
    Response answer(Client client, JsonMembers members, Request request) {
        members.allowOnly(Set.of("connection", "email"));
        Accounts.requireDatabase(members.require("connection"));
        Accounts.Address address = Accounts.Address.mail(members.require("email"));
        User user = accounts.database(address);
        if (user != null) {
            String link = issuer + NewPasswordEndpoint.PATH.substring(1);
            String content = Redirects.with(link, Map.of("ticket", resets.begin(user)));
            outbox.send(new Outbox.Message(address.address(), Outbox.Kind.NEW_PASSWORD, content, null));
        }
        return Response.of(200, "text/html; charset=utf-8", "We've just sent you an email to reset your password.");
    }
}
