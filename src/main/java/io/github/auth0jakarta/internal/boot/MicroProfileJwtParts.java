package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.config.Auth0Config.MicroProfileJwt;
import io.github.auth0jakarta.internal.config.Auth0Config.MicroProfileJwt.Decryption;
import io.github.auth0jakarta.internal.config.Auth0Config.MicroProfileJwt.Keys;
import io.github.auth0jakarta.internal.config.MicroProfileJwtKey;
import io.github.auth0jakarta.internal.jose.ConfiguredKeys;
import io.github.auth0jakarta.internal.jose.KeySource;
import io.github.auth0jakarta.internal.jose.SigningKeys;
import io.github.auth0jakarta.internal.jose.TokenDecryption;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.oauth.PublicKeyRequest;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that the keys of MicroProfile JWT ask for. */
final class MicroProfileJwtParts {
    private final TrustedIssuer issuer;
    private final @Nullable SigningKeys remote;
    private final @Nullable TokenDecryption decryption;

    MicroProfileJwtParts(MicroProfileJwt settings, ProviderParts provider) {
        Keys keys = settings.keys();
        this.remote = keys instanceof Keys.Remote elsewhere
                ? provider.keysAt(
                        elsewhere.location(),
                        ConfiguredKeys.fetcher(new PublicKeyRequest(provider.transport()), provider.json()))
                : null;
        KeySource configured = remote == null ? null : ConfiguredKeys.of(remote);
        if (keys instanceof Keys.Document document) {
            configured =
                    ClientParts.usable(document.setting(), () -> ConfiguredKeys.of(provider.json(), document.text()));
        }
        this.issuer = configured == null
                ? provider.issuer()
                : new TrustedIssuer(provider.issuer().issuer(), configured);
        this.decryption = decryption(settings.decryption(), provider);
    }

    private static @Nullable TokenDecryption decryption(@Nullable Decryption settings, ProviderParts provider) {
        return settings == null
                ? null
                : ClientParts.usable(
                        MicroProfileJwtKey.DECRYPT_KEY_LOCATION.key(),
                        () -> TokenDecryption.of(settings.keys().reveal(), settings.algorithms(), provider.json()));
    }

    /** Returns who signs access tokens. */
    TrustedIssuer issuer() {
        return issuer;
    }

    /** Returns what decrypts access tokens, null where they are not encrypted. */
    @Nullable
    TokenDecryption decryption() {
        return decryption;
    }

    void dropCaches() {
        if (remote != null) {
            remote.dropCache();
        }
    }
}
