package io.github.auth0jakarta.tenant;

import java.util.Set;

/** {@code /passkey/challenge}: a challenge for somebody who has a passkey, whoever it is. */
final class PasskeyChallengeEndpoint extends JsonPost {

    private final PasskeyRealm realm;
    private final PasskeyCeremonies ceremonies;

    PasskeyChallengeEndpoint(ClientSource clients, PasskeyRealm realm, PasskeyCeremonies ceremonies) {
        super(clients);
        this.realm = realm;
        this.ceremonies = ceremonies;
    }

    @Override
    public String path() {
        return "/passkey/challenge";
    }

    @Override
    Response answer(Client client, JsonMembers members, Request request) {
        members.allowOnly(Set.of("realm", "organization"));
        return Response.json(
                200,
                ceremonies.begin(new PasskeyCeremonies.Asked(
                        client.id(), PasskeyCeremonies.Purpose.LOGIN, null, null, realm.organization(members))));
    }
}
