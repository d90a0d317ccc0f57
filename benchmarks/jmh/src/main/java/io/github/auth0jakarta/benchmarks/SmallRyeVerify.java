package io.github.auth0jakarta.benchmarks;

import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** SmallRye JWT, which WildFly and Quarkus have, with the key at hand. */
final class SmallRyeVerify {
    private final DefaultJWTParser parser;

    SmallRyeVerify(SampleToken token) {
        JWTAuthContextInfo rules = new JWTAuthContextInfo(token.publicKey(), SampleToken.ISSUER);
        rules.setExpectedAudience(Set.of(SampleToken.AUDIENCE));
        this.parser = new DefaultJWTParser(rules);
    }

    JsonWebToken verify(String token) {
        try {
            return parser.parse(token);
        } catch (ParseException e) {
            throw new IllegalStateException("must be good", e);
        }
    }
}
