package io.github.auth0jakarta.it;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.jspecify.annotations.Nullable;

/** One bean for all callers, with their claims in the forms that may outlive a request. */
@ApplicationScoped
public class LastingClaims {

    @Inject
    @Claim("sub")
    ClaimValue<String> value;

    @Inject
    @Claim(standard = Claims.sub)
    ClaimValue<Optional<String>> optionalValue;

    @Inject
    @Claim("sub")
    Provider<String> provider;

    @Inject
    @Claim("level")
    Provider<Optional<Long>> optionalProvider;

    @Inject
    @Claim("teams")
    Instance<Set<String>> instance;

    @Inject
    @Claim("sub")
    Instance<JsonString> jsonInstance;

    @Inject
    @Claim("teams")
    Provider<JsonArray> jsonProvider;

    /** Returns what each gives at present. */
    public Map<String, @Nullable Object> describe() {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("value", value.getValue());
        claims.put("optionalValue", optionalValue.getValue());
        claims.put("provider", provider.get());
        claims.put("optionalProvider", optionalProvider.get());
        claims.put("instance", instance.get());
        claims.put("jsonInstance", jsonInstance.get());
        claims.put("jsonProvider", jsonProvider.get());
        return claims;
    }
}
