package io.github.auth0jakarta.tenant;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /otp/challenge}: sends a code to a user of the database connection.
 *
 * <p>Whether there is such a user does not show in the answer.
 */
final class OtpChallengeEndpoint extends JsonPost {

    private static final Set<String> DELIVERIES = Set.of("text", "voice");

    private final PasswordlessCodes codes;
    private final Accounts accounts;
    private final Outbox outbox;

    OtpChallengeEndpoint(ClientSource clients, PasswordlessCodes codes, Accounts accounts, Outbox outbox) {
        super(clients);
        this.codes = codes;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    @Override
    public String path() {
        return "/otp/challenge";
    }

    @Override
    Response answer(Client client, JsonMembers members, Request request) {
        members.allowOnly(Set.of("connection", "email", "phone_number", "allow_signup", "delivery_method"));
        Accounts.requireDatabase(members.require("connection"));
        Accounts.Address address = address(members);
        boolean signUp = members.flag("allow_signup");
        PasswordlessCodes.Challenged challenged =
                codes.forChallenge(new PasswordlessCodes.Challenge(client.id(), address, signUp));
        if (signUp || accounts.database(address) != null) {
            outbox.send(new Outbox.Message(address.address(), Outbox.Kind.CODE, challenged.code(), null));
        }
        return Response.json(200, Map.of("auth_session", challenged.authSession()));
    }

    private static Accounts.Address address(JsonMembers members) {
        String email = members.find("email");
        String phone = members.find("phone_number");
        String delivery = members.find("delivery_method");
        if ((email == null) == (phone == null)) {
            throw JsonMembers.malformed("either email or phone_number is needed");
        }
        if (!fits(delivery, email != null)) {
            throw JsonMembers.malformed("delivery_method is text or voice, and for a phone");
        }
        return email == null ? Accounts.Address.phone(members.require("phone_number")) : Accounts.Address.mail(email);
    }

    private static boolean fits(@Nullable String delivery, boolean mail) {
        return delivery == null || (!mail && DELIVERIES.contains(delivery));
    }
}
