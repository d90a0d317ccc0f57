package io.github.auth0jakarta.tenant;

import org.jspecify.annotations.Nullable;

/** Where passkeys are good: at the one database connection, and at the organisations. */
final class PasskeyRealm {

    private final Directory directory;

    PasskeyRealm(Directory directory) {
        this.directory = directory;
    }

    /** Checks {@code realm} and returns the id of the {@code organization}, null for none. */
    @Nullable
    String organization(JsonMembers members) {
        String realm = members.find("realm");
        if (realm != null) {
            Accounts.requireDatabase(realm);
        }
        String named = members.find("organization");
        Organization organization = directory.organization(named);
        if (named != null && organization == null) {
            throw JsonMembers.malformed("unknown organization");
        }
        return organization == null ? null : organization.id();
    }
}
