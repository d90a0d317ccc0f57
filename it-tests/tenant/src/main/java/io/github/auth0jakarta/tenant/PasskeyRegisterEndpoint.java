package io.github.auth0jakarta.tenant;

import java.util.HashSet;
import java.util.Set;

/** {@code /passkey/register}: a challenge by which a new user is signed up. */
final class PasskeyRegisterEndpoint extends JsonPost {

    private final PasskeyRealm realm;
    private final Accounts accounts;
    private final PasskeyCeremonies ceremonies;

    PasskeyRegisterEndpoint(ClientSource clients, PasskeyRealm realm, Accounts accounts, PasskeyCeremonies ceremonies) {
        super(clients);
        this.realm = realm;
        this.accounts = accounts;
        this.ceremonies = ceremonies;
    }

    @Override
    public String path() {
        return "/passkey/register";
    }

    @Override
    Response answer(Client client, JsonMembers members, Request request) {
        members.allowOnly(Set.of("user_profile", "realm", "organization", "user_metadata"));
        String organization = realm.organization(members);
        JsonMembers profile = members.object("user_profile");
        Set<String> known = new HashSet<>(SignupEndpoint.PROFILE);
        known.addAll(Set.of("email", "phone_number"));
        profile.allowOnly(known);
        Accounts.Address address = address(profile);
        if (accounts.database(address) != null) {
            throw Accounts.refused("invalid_request", "the user exists already");
        }
        User.Builder user = SignupEndpoint.profile(accounts.draft(address), profile);
        return Response.json(
                200,
                ceremonies.begin(new PasskeyCeremonies.Asked(
                        client.id(), PasskeyCeremonies.Purpose.SIGN_UP, user.build(), address, organization)));
    }

    private static Accounts.Address address(JsonMembers profile) {
        String email = profile.find("email");
        return email == null ? Accounts.Address.phone(profile.require("phone_number")) : Accounts.Address.mail(email);
    }
}
