package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.config.Auth0Config.MicroProfileJwt;
import io.github.auth0jakarta.internal.config.Auth0Config.MicroProfileJwt.Decryption;
import io.github.auth0jakarta.internal.config.Auth0Config.MicroProfileJwt.Keys;
import io.github.auth0jakarta.internal.config.MicroProfileJwtKey;
import io.github.auth0jakarta.internal.jose.ConfiguredKeys;
import io.github.auth0jakarta.internal.jose.JwksFetcher;
import io.github.auth0jakarta.internal.jose.TokenDecryption;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.oauth.PublicKeyRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that the keys of MicroProfile JWT ask for. */
final class MicroProfileJwtParts {
    /** Where keys are that nothing has to be asked for. */
    private static final URI NOWHERE = URI.create("config:/");

    private final TrustedIssuer issuer;
    private final @Nullable TokenDecryption decryption;

    MicroProfileJwtParts(MicroProfileJwt settings, ProviderParts provider) {
        this.issuer = issuer(settings.keys(), provider);
        this.decryption = decryption(settings.decryption(), provider);
    }

    private static TrustedIssuer issuer(@Nullable Keys keys, ProviderParts provider) {
        if (keys instanceof Keys.Document document) {
            JwksFetcher there =
                    ClientParts.usable(document.setting(), () -> ConfiguredKeys.of(provider.json(), document.text()));
            return provider.trustedBy(NOWHERE, there);
        }
        if (keys instanceof Keys.Remote remote) {
            PublicKeyRequest request = new PublicKeyRequest(provider.transport());
            return provider.trustedBy(remote.location(), ConfiguredKeys.from(request, provider.json()));
        }
        return provider.issuer();
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
        issuer.keys().dropCache();
    }
}
