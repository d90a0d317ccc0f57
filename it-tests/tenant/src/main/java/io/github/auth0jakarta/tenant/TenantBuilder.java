package io.github.auth0jakarta.tenant;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Collects what a tenant starts with; everything has a default. */
public final class TenantBuilder {

    private final Directory directory = new Directory();
    private final ConnectedAccounts connectedAccounts = new ConnectedAccounts();
    private final TenantSettings settings = new TenantSettings();
    private int port;
    private @Nullable CertificateAuthority authority;
    private InstantSource clock = InstantSource.system();
    private SecureRandom random = new SecureRandom();

    TenantBuilder() {}

    /** Listens on this port; 0, the default, takes a free one. */
    public TenantBuilder port(int wanted) {
        port = wanted;
        return this;
    }

    /** Listens on a second, free port too, with TLS, where clients of {@link Client.Builder#certificate} show a certificate of this authority (RFC 8705). */
    public TenantBuilder mutualTls(CertificateAuthority issuer) {
        authority = issuer;
        return this;
    }

    /** Takes the time from here. */
    public TenantBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** Takes chance from here. */
    public TenantBuilder random(SecureRandom source) {
        random = source;
        return this;
    }

    /** Registers the users, organisation, client and APIs of {@link Demo} for these applications. */
    public TenantBuilder demo(String... applicationUrls) {
        client(Demo.client(applicationUrls).build());
        api(Demo.api());
        api(Demo.reports());
        organization(Demo.organization());
        user(Demo.alice());
        user(Demo.bob());
        return demoExchanges();
    }

    /** Registers the profile of {@link Demo#legacyTokens}, and the accounts that the users of {@link Demo} have elsewhere and may connect. */
    TenantBuilder demoExchanges() {
        connectedAccounts.offer(Demo.CONNECTION).offer("github").offer("dropbox");
        Demo.accounts().forEach(connectedAccounts::add);
        return profile(Demo.legacyTokens());
    }

    /** Registers a profile of token exchange. */
    public TenantBuilder profile(ExchangeProfile profile) {
        directory.register(profile);
        return this;
    }

    /** Registers a client. */
    public TenantBuilder client(Client client) {
        directory.register(client);
        return this;
    }

    /** Registers an API. */
    public TenantBuilder api(Api api) {
        directory.register(api);
        return this;
    }

    /** Registers a user. */
    public TenantBuilder user(User user) {
        directory.register(user);
        return this;
    }

    /** Registers an organisation. */
    public TenantBuilder organization(Organization organization) {
        directory.register(organization);
        return this;
    }

    /** Returns the settings, to be changed before the start. */
    public TenantSettings settings() {
        return settings;
    }

    /** Starts the tenant; a builder starts one. */
    public Tenant start() {
        Listener secure = authority == null ? null : new Listener(0, authority.serverContext());
        return new Tenant(
                new Listener(port, null),
                secure,
                clock,
                new Randomness(random),
                directory,
                connectedAccounts,
                settings);
    }
}
